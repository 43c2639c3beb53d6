import type { ErrorHandler, MiddlewareHandler, NotFoundHandler } from "hono";
import type { Environment, RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { notFoundPage, serverErrorPage } from "./error-pages.tsx";

/** 404: a page in the reader's language, or a problem document for programs. */
export const notFound: NotFoundHandler<Environment> = (context) =>
  isForPrograms(context.req.path)
    ? problem(context, 404, "not-found", "There is nothing at this address")
    : notFoundPage(context);

/** 500: the error goes to the log and is never sent to the client. */
export const serverError: ErrorHandler<Environment> = (error, context) => {
  console.error(error);
  return isForPrograms(context.req.path) ? serverErrorProblem(context) : serverErrorPage(context);
};

/** Whatever was thrown, even by the handlers above or not as an Error, the client gets an answer without it. */
export const answerAnyFailure: MiddlewareHandler<Environment> = async (context, next) => {
  try {
    await next();
  } catch (thrown) {
    console.error(thrown);
    context.res = serverErrorProblem(context);
  }
};

function serverErrorProblem(context: RequestContext): Response {
  return problem(context, 500, "server-error", "Something went wrong on our side");
}

/** Whether an address is for programs rather than for people. */
function isForPrograms(path: string): boolean {
  return /^\/(api\/|staff\/api\/|media\/|captions\/|chapters\/|feeds\/|transcripts\/|iiif\/|lms\/|oembed$|oai$)/.test(
    path,
  );
}
