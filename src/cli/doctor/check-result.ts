/** The result of one check of `videoteca doctor`. */
export interface CheckResult {
  readonly name: string;
  /** A warning may become a problem later; a failure is a problem now. */
  readonly state: "ok" | "warn" | "fail";
  readonly message: string;
  /** What to do about it; undefined if there is nothing to do. */
  readonly fix?: string;
}
