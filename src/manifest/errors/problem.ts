/** Something to mend in a manifest or in a file that it names. */
export interface Problem {
  /** The file as the person named it: a path, or a bare name. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** An error keeps the work from being published; a warning doesn't; a note asks for nothing. */
  readonly severity: "error" | "warning" | "note";
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

/** Where in a text something stands; both counted from 1. */
export type SourceLocation = Pick<Problem, "line" | "column">;

/** A problem on one line, as editors and terminals link it: `file:line:column  error  message`. */
export function formatProblem(problem: Problem): string {
  return `${formatLocation(problem)}  ${problem.severity}  ${problem.message}`;
}

/** Where a problem stands: `file:line:column`. */
export function formatLocation({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

/** Problems in the order people mend them: file by file, from the top down. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** Whether anything in the list keeps a work from being published. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
