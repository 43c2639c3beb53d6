/** Why publishing refused: each is a problem type (RFC 9457) with a paragraph in docs/problems.md. */
export type RefusalReason =
  | "kind-changed"
  | "missing-blobs"
  | "missing-series"
  | "moved"
  | "withdrawn";

/** A change that can't be made, with what to do about it in words for staff. Nothing was written. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
