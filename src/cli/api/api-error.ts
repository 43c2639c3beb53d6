/** The server refused one request; others may still succeed. Its message says what to do. */
export class ApiError extends Error {
  /** The problem document; some types have members for programs (RFC 9457 §3.2). */
  readonly problem: unknown;

  constructor(message: string, problem?: unknown) {
    super(message);
    this.problem = problem;
  }
}
