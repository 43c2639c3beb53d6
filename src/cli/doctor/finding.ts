/** What `doctor` found out about one thing. */
export interface Finding {
  readonly name: string;
  /** A warning will be trouble some day; a failure is trouble now. */
  readonly state: "ok" | "warn" | "fail";
  readonly message: string;
  /** What to do about it, where there is something to do. */
  readonly mend?: string;
}
