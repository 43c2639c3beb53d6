import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { UploadError, type UploadErrorReason } from "../../publishing/uploads/upload-error.ts";
import { maxSize } from "../../publishing/uploads/uploads.ts";
import type { ProblemType } from "../contract.ts";

/** Answers with the reason why an upload was refused. @throws the error itself if it is any other error */
export function uploadProblem(context: RequestContext, error: unknown): Response {
  if (!(error instanceof UploadError)) throw error;
  const [status, type, title] = answers[error.reason];
  if (error.reason === "too-large") context.header("Tus-Max-Size", String(maxSize));
  return problem(context, status, type, title, error.message);
}

/** tus has its own status for a wrong checksum, which is in no RFC and so not in Hono's type. */
const wrongChecksum = 460 as ContentfulStatusCode;

const answers: Readonly<
  Record<UploadErrorReason, readonly [ContentfulStatusCode, ProblemType, string]>
> = {
  "blob-exists": [409, "blob-exists", "The library has this file already"],
  "not-found": [404, "not-found", "There is no such upload"],
  withdrawn: [409, "withdrawn", "This file was withdrawn"],
  "upload-expired": [410, "upload-expired", "This upload has expired"],
  "wrong-offset": [409, "wrong-offset", "The offset is wrong"],
  "broken-off": [400, "invalid-request", "The connection broke before all bytes arrived"],
  "too-large": [413, "too-large", "This file is too large"],
  "checksum-mismatch": [wrongChecksum, "wrong-digest", "The bytes don't match their checksum"],
  "wrong-digest": [422, "wrong-digest", "The bytes don't match their digest"],
};
