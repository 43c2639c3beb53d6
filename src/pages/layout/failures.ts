import type { ErrorHandler, MiddlewareHandler, NotFoundHandler } from "hono";
import type { Environment, RequestContext } from "../../delivery/http/environment.ts";
import { UnreadableForm } from "../../delivery/http/form.ts";
import { problem } from "../../delivery/http/problem.ts";
import { isStoreUnavailable } from "../../storage/guard.ts";
import { notFoundPage, serverErrorPage } from "./error-pages.tsx";

/** 404: a page in the reader's language, or a problem document for programs. */
export const notFound: NotFoundHandler<Environment> = (context) =>
  isForPrograms(context.req.path)
    ? problem(context, 404, "not-found", "There is nothing at this address")
    : notFoundPage(context);

/**
 * 400 for a form that isn't one, 503 if D1 or R2 is unavailable, so that whoever asked tries again, and 500 for everything else. The error goes to
 * the log and is never sent to the client.
 */
export const serverError: ErrorHandler<Environment> = (error, context) => {
  if (error instanceof UnreadableForm) {
    const detail = "Send the form's fields in UTF-8, as a browser does.";
    return problem(context, 400, "invalid-request", "The form can't be read", detail);
  }
  console.error(error);
  if (isForPrograms(context.req.path)) return failureProblem(context, error);
  const isTemporary = isStoreUnavailable(error);
  if (isTemporary) context.header("Retry-After", retryAfterSeconds);
  return serverErrorPage(context, isTemporary ? 503 : 500);
};

/** When to try again, in seconds: D1 and R2 usually recover within that time. Our choice. */
const retryAfterSeconds = "10";

/** Whatever was thrown, even by the handlers above or not as an Error, the client gets an answer without it. */
export const answerAnyFailure: MiddlewareHandler<Environment> = async (context, next) => {
  try {
    await next();
  } catch (thrown) {
    console.error(thrown);
    context.res = failureProblem(context, thrown);
  }
};

function failureProblem(context: RequestContext, error: unknown): Response {
  if (isStoreUnavailable(error)) {
    context.header("Retry-After", retryAfterSeconds);
    const detail = `The library's database or file store didn't answer. Send the same request again in ${retryAfterSeconds} seconds.`;
    return problem(context, 503, "unavailable", "The library is unavailable for a moment", detail);
  }
  return problem(context, 500, "server-error", "Something went wrong on our side");
}

/** Whether an address is for programs rather than for people. */
function isForPrograms(path: string): boolean {
  return /^\/(api\/|staff\/api\/|media\/|captions\/|chapters\/|feeds\/|transcripts\/|iiif\/|lms\/|oembed$|oai$)/.test(
    path,
  );
}
