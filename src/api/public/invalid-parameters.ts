import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";

/** 400 that says what each wrong query parameter takes. */
export function invalidParameters(
  context: RequestContext,
  issues: readonly { readonly message: string }[],
): Response {
  const detail = issues.map((issue) => issue.message).join("; ");
  return problem(context, 400, "invalid-request", "These parameters can't be read", detail);
}
