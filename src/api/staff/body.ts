import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";

/** A request's JSON, or undefined where it is none. */
export async function readJson(context: RequestContext): Promise<unknown> {
  return parsed(await context.req.text());
}

/** A request's JSON; an empty object where the body is empty, undefined where it is no JSON. */
export async function readOptionalJson(context: RequestContext): Promise<unknown> {
  const text = await context.req.text();
  return text.trim() === "" ? {} : parsed(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says what a body lacks: as far as twenty things of it. */
export function invalidBody(
  context: RequestContext,
  type: "invalid-request" | "invalid-record",
  issues: readonly { path: PropertyKey[]; message: string }[],
): Response {
  const detail = issues
    .slice(0, 20)
    .map((issue) => `${issue.path.map(String).join(".") || "(the whole)"}: ${issue.message}`)
    .join("; ");
  const title = type === "invalid-record" ? "The record isn't valid" : "This can't be read";
  return problem(context, type === "invalid-record" ? 422 : 400, type, title, detail);
}
