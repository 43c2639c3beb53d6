import type { ErrorHandler, NotFoundHandler } from "hono";
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

/** Whether an address is read by programs rather than opened by people. */
function isForPrograms(path: string): boolean {
  return /^\/(api|media|captions|transcripts)\//.test(path);
}
