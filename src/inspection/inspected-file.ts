import type { FileFault } from "../files/file-fault.ts";
import { formatSize } from "../i18n/format.ts";
import type { Problem } from "../manifest/errors/problem.ts";
import type { MeasuredFiles } from "../manifest/to-record.ts";
import type { MediaInfo } from "./media/media-info.ts";

/** A problem of a file, reported at the line of the manifest that names the file. */
export type FileProblem = Pick<Problem, "severity" | "message">;

export interface InspectedFile {
  /** Undefined if the file can't be published. */
  readonly details: MeasuredFiles | undefined;
  /** Where it is; undefined if it wasn't found. */
  readonly path?: string;
  /** Where the file's symbolic links lead to; undefined if it can't be published. */
  readonly realPath?: string;
  /** Only of video and audio files. */
  readonly mediaInfo?: MediaInfo;
  readonly problems: readonly FileProblem[];
  /** What a PDF says, if search is to find it. */
  readonly extractedText?: string | undefined;
}

/** A file that can't be published, with the reason. */
export function rejectedFile(message: string): InspectedFile {
  return { details: undefined, problems: [fileError(message)] };
}

export function fileError(message: string): FileProblem {
  return { severity: "error", message };
}

/** The message for a file that isn't complete, or whose structure is invalid. */
export function faultMessage(name: string, fault: FileFault): string {
  const advice = "copy or export it again";
  if (fault.problem === "broken") return `${name} is broken (${fault.why}): export it again`;
  if (fault.problem === "unfinished") return `nothing marks the end of ${name}: ${advice}`;
  if (fault.missing === undefined) return `${name} is truncated, its end is missing: ${advice}`;
  const size = formatSize(fault.missing, "en");
  const verb = size.startsWith("1 ") ? "is" : "are";
  return `${name} is truncated, ${size} ${verb} missing at its end: ${advice}`;
}
