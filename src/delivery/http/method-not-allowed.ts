import type { Handler } from "hono";
import type { Environment, RequestContext } from "./environment.ts";
import { problem } from "./problem.ts";

/** A handler for the methods that an address doesn't accept. @param allowed the methods that it accepts */
export function methodNotAllowed(allowed: readonly string[]): Handler<Environment> {
  return (context) => methodNotAllowedProblem(context, allowed);
}

/** 405 with the accepted methods in `Allow` (RFC 9110 §15.5.6). */
export function methodNotAllowedProblem(
  context: RequestContext,
  allowed: readonly string[],
): Response {
  context.header("Allow", allowed.join(", "));
  // Every address that accepts GET accepts HEAD, and OPTIONS is a question about the others.
  const hidden = allowed.includes("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"];
  const methods = allowed.filter((method) => !hidden.includes(method));
  const list = new Intl.ListFormat("en").format(methods);
  return problem(context, 405, "method-not-allowed", `This address only accepts ${list} requests`);
}
