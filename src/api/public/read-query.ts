import type * as z from "zod";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";

/** Reads the query's parameters, or answers with 400 and what each wrong one takes. Unknown ones are ignored. */
export function readQuery<Parameters extends z.ZodType>(
  context: RequestContext,
  parameters: Parameters,
): z.output<Parameters> | Response {
  const { success, data, error } = parameters.safeParse(context.req.query());
  if (success) return data;
  const detail = error.issues.map((issue) => issue.message).join("; ");
  return problem(context, 400, "invalid-request", "These parameters can't be read", detail);
}
