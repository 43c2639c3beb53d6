/** The server refused one thing; others may still go through. Its message says what to do. */
export class ApiError extends Error {
  /** The problem document: its members say more to a program (RFC 9457 §3.2). */
  readonly problem: unknown;

  constructor(message: string, problem?: unknown) {
    super(message);
    this.problem = problem;
  }
}
