import type { Problem } from "../../manifest/errors/problem.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import type { MediaInfo } from "../media/media-info.ts";

/** A problem of a file, reported at the line of the manifest that names the file. */
export type FileProblem = Pick<Problem, "severity" | "message">;

export interface InspectedFile {
  /** Undefined if the file can't be published. */
  readonly details: MeasuredFiles | undefined;
  /** Where the file's symbolic links lead to; undefined if it can't be published. */
  readonly realPath?: string;
  /** Only of video and audio files. */
  readonly mediaInfo?: MediaInfo;
  readonly problems: readonly FileProblem[];
}

/** A file that can't be published, with the reason. */
export function rejectedFile(message: string): InspectedFile {
  return { details: undefined, problems: [{ severity: "error", message }] };
}
