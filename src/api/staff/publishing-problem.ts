import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { PublishingError, type PublishingErrorReason } from "../../publishing/publishing-error.ts";

/** Answers with the reason why publishing refused. @throws the error itself if it is any other error */
export function publishingProblem(context: RequestContext, error: unknown): Response {
  if (!(error instanceof PublishingError)) throw error;
  const [status, title] = refusals[error.reason];
  return problem(context, status, error.reason, title, error.message, error.members);
}

/** The status and the title of the answer to each refusal. */
export const refusals: Readonly<
  Record<PublishingErrorReason, readonly [403 | 404 | 409 | 412 | 413 | 422, string]>
> = {
  "broken-history": [422, "The history is inconsistent"],
  "draft-changed": [412, "Someone else saved this draft meanwhile"],
  forbidden: [403, "You may not do this"],
  "invalid-record": [422, "The record isn't valid"],
  "kind-changed": [409, "The slug belongs to another kind of work"],
  "last-admin": [409, "This is the last admin token"],
  "missing-blobs": [409, "Files are missing"],
  "missing-season": [409, "The season is missing"],
  "missing-series": [409, "The series is missing"],
  "never-public": [409, "This work was never public"],
  "season-in-use": [409, "The season has episodes"],
  "series-in-use": [409, "The series has works"],
  "was-public": [409, "This work has been public"],
  moved: [412, "Someone else published this work meanwhile"],
  "name-not-public": [422, "A name that isn't public is elsewhere"],
  "no-draft": [409, "There is no draft to show"],
  "no-such-draft": [404, "There is no such draft"],
  "no-such-revision": [404, "There is no such revision"],
  "not-found": [404, "There is no such work"],
  "not-withdrawn": [409, "This work isn't withdrawn"],
  "slug-conflict": [409, "The slug belongs to another work"],
  "slug-in-use": [409, "The library has this work already"],
  "too-large": [413, "This is too large"],
  withdrawn: [409, "This work was withdrawn"],
};
