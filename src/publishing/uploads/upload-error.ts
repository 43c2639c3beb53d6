/** Why an upload is rejected: each is a problem type (RFC 9457) with a paragraph in docs/problems.md. */
export type UploadErrorReason =
  | "blob-exists"
  | "not-found"
  | "withdrawn"
  | "upload-expired"
  | "wrong-offset"
  | "broken-off"
  | "too-large"
  | "checksum-mismatch"
  | "wrong-digest";

/** An upload that can't start or continue. The message tells staff what to do. */
export class UploadError extends Error {
  readonly reason: UploadErrorReason;

  constructor(reason: UploadErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** @param slug the withdrawn work that the file belongs to */
export function withdrawnFileMessage(slug: string): string {
  return `This file was withdrawn with ${slug}: it is refused until that work is restored (videoteca restore ${slug} PATH).`;
}

/** @param offset the upload's offset; undefined if it is only known after the next HEAD request */
export function wrongOffsetError(offset: number | undefined): UploadError {
  const state =
    offset === undefined ? "The upload's offset has changed" : `The upload's offset is ${offset}`;
  return new UploadError("wrong-offset", `${state}: get it with HEAD, and continue from there.`);
}
