import { Refusal, type RefusalReason } from "../../publishing/refusal.ts";
import type { RequestContext } from "../environment.ts";
import { problem } from "../problem.ts";

/** Tells staff why publishing refused. @throws the error itself where it is no refusal */
export function refused(context: RequestContext, error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  const [status, title] = refusals[error.reason];
  return problem(context, status, error.reason, title, error.message);
}

const refusals: Record<RefusalReason, [409 | 412, string]> = {
  "kind-changed": [409, "The slug belongs to another kind of work"],
  "missing-blobs": [409, "Files are missing"],
  "missing-series": [409, "The series is missing"],
  moved: [412, "Someone else published meanwhile"],
  withdrawn: [409, "This work was withdrawn"],
};
