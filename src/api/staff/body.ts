import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";

/** How many wrong fields an error message lists. */
const maxListedIssues = 20;

/** A request's JSON; undefined if the body isn't JSON. */
export async function readJson(context: RequestContext): Promise<unknown> {
  return parseJson(await context.req.text());
}

/** A request's JSON; an empty object if the body is empty, undefined if it isn't JSON. */
export async function readOptionalJson(context: RequestContext): Promise<unknown> {
  const text = await context.req.text();
  return text.trim() === "" ? {} : parseJson(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 400 for a wrong request, 422 for a wrong record, with the wrong fields named. */
export function invalidBody(
  context: RequestContext,
  type: "invalid-request" | "invalid-record",
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Response {
  const detail = issues
    .slice(0, maxListedIssues)
    .map((issue) => `${issue.path.map(String).join(".") || "(the whole body)"}: ${issue.message}`)
    .join("; ");
  return type === "invalid-record"
    ? problem(context, 422, type, "The record isn't valid", detail)
    : problem(context, 400, type, "The request's body isn't valid", detail);
}
