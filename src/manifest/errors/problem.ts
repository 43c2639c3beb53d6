/** Something wrong in a manifest or in a file that it names. */
export interface Problem {
  /** The file as the user named it: a path or a file name. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** An error prevents publishing, a warning doesn't, and a note is only information. */
  readonly severity: "error" | "warning" | "note";
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

/** A position in a text; both numbers count from 1. */
export type SourceLocation = Pick<Problem, "line" | "column">;

/** A problem on one line, as editors and terminals link it: `file:line:column  error  message`. */
export function formatProblem(problem: Problem): string {
  return `${formatLocation(problem)}  ${problem.severity}  ${problem.message}`;
}

/** A problem's location: `file:line:column`. */
export function formatLocation({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

/** Sorts problems by file, line and column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** Whether any of the problems prevents publishing. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
