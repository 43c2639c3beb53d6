import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Environment } from "./environment.ts";
import { problem } from "./problem.ts";

/**
 * Refuses requests whose body is too large, before it is read and parsed.
 * @param maxSize in bytes
 */
export function limitBody(maxSize: number): MiddlewareHandler<Environment> {
  return bodyLimit({
    maxSize,
    onError: (context) =>
      problem(
        context,
        413,
        "too-large",
        "The request's body is too large",
        `This address takes at most ${maxSize} bytes of JSON.`,
      ),
  });
}
