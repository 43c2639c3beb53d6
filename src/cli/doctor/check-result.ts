/** The result of one check of `videoteca doctor`. */
export interface CheckResult {
  readonly name: string;
  /** A warning may become a problem later; a failure is a problem now. */
  readonly state: "ok" | "warn" | "fail";
  readonly message: string;
  /** How to fix it; only if there is something to do. `mend` is its name in the JSON output. */
  readonly mend?: string;
}
