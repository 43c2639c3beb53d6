/** Why an upload is refused. */
export type UploadErrorReason =
  | "blob-exists"
  | "not-found"
  | "upload-expired"
  | "wrong-offset"
  | "broken-off"
  | "too-large"
  | "checksum-mismatch"
  | "wrong-digest";

/** An upload that can't be begun or gone on with, and what to do about it, in words for staff. */
export class UploadError extends Error {
  readonly reason: UploadErrorReason;

  constructor(reason: UploadErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** @param offset where the upload is; undefined where only the next question can tell */
export function wrongOffsetError(offset: number | undefined): UploadError {
  const place = offset === undefined ? "is elsewhere now" : `is at ${offset}`;
  return new UploadError("wrong-offset", `The upload ${place}: ask with HEAD, and go on there.`);
}
