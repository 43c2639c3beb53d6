import type { ErrorHandler, Handler, NotFoundHandler } from "hono";
import type { Environment } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { notFoundPage, serverErrorPage } from "./error-pages.tsx";

/** What isn't there: a page in the reader's language, or a problem document for a program. */
export const notFound: NotFoundHandler<Environment> = (context) =>
  isForPrograms(context.req.path)
    ? problem(context, 404, "not-found", "There is nothing at this address")
    : notFoundPage(context);

/** What went wrong on our side. The console gets the error; the client never does. */
export const serverError: ErrorHandler<Environment> = (error, context) => {
  console.error(error);
  return isForPrograms(context.req.path)
    ? problem(context, 500, "server-error", "Something went wrong on our side")
    : serverErrorPage(context);
};

const methods = new Intl.ListFormat("en");

/** 405 with the methods that an address accepts. @param allowed as the `Allow` header lists methods (RFC 9110 §10.2.1) */
export function methodNotAllowed(allowed: string): Handler<Environment> {
  return (context) => {
    context.header("Allow", allowed);
    return problem(
      context,
      405,
      "method-not-allowed",
      `This address only accepts ${methods.format(allowed.split(", "))} requests`,
    );
  };
}

/** Whether an address is read by programs rather than opened by people. */
function isForPrograms(path: string): boolean {
  return /^\/(api|media|captions|transcripts)\//.test(path);
}
