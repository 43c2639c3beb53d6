import type { ErrorHandler, NotFoundHandler } from "hono";
import type { Environment } from "../../delivery/http/environment.ts";
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
  return isForPrograms(context.req.path)
    ? problem(context, 500, "server-error", "Something went wrong on our side")
    : serverErrorPage(context);
};

/** Whether an address is for programs rather than for people. */
function isForPrograms(path: string): boolean {
  return /^\/(api|media|captions|transcripts)\//.test(path);
}
