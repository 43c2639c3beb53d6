import type { Problem } from "../../manifest/errors/problem.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import type { Probed } from "../media/probe.ts";

/** Something to tell of a file, at the line of the manifest that names it. */
export type Finding = Pick<Problem, "severity" | "message">;

/** A file that was looked at; `measured` is undefined where it can't be published. */
export interface MeasuredFile {
  readonly measured: MeasuredFiles | undefined;
  /** Of films and sound: all that they say about themselves. */
  readonly probed?: Probed;
  readonly findings: readonly Finding[];
}

/** A file that can't be published, and why. */
export function failed(message: string): MeasuredFile {
  return { measured: undefined, findings: [{ severity: "error", message }] };
}
