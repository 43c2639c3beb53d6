import type { Problem } from "../manifest/errors/problem.ts";
import type { FileReference } from "../manifest/files.ts";
import type { LocatedFiles } from "../manifest/located-manifest.ts";
import { type MeasuredFiles, secondsOf } from "../manifest/to-record.ts";
import { formatMoment } from "../records/moment.ts";

/** Encodings of one film differ by a frame or two; a larger difference is another cut. In seconds. */
const maxDurationDifference = 1;

/**
 * The duration of a film: that of its longest file.
 * @param details by the file names in the manifest
 * @returns seconds; undefined if no video or audio file could be read
 */
export function filmDuration(
  references: readonly FileReference[],
  details: ReadonlyMap<string, MeasuredFiles>,
): number | undefined {
  const durations = references
    .filter(({ content }) => content === "film" || content === "sound")
    .map(({ name }) => details.get(name)?.duration)
    .filter((duration) => duration !== undefined);
  return durations.length === 0 ? undefined : Math.max(...durations);
}

/**
 * Checks that all files of a film have about the same duration, and that no chapter starts after the end.
 * @param duration the film's, in seconds
 * @param details by the file names in the manifest
 */
export function checkDurations(
  { file, references, chapters, locationOf }: LocatedFiles,
  duration: number | undefined,
  details: ReadonlyMap<string, MeasuredFiles>,
): Problem[] {
  if (duration === undefined) return [];
  const problems: Problem[] = [];
  for (const { name, content, path } of references) {
    const fileDuration = details.get(name)?.duration;
    // Another medium, such as an audio description or an attachment, may have a duration of its own.
    if ((content !== "film" && content !== "sound") || fileDuration === undefined) continue;
    if (duration - fileDuration <= maxDurationDifference) continue;
    const message = `${name} ends at ${formatMoment(fileDuration)}, another file of this film at ${formatMoment(duration)}: are they the same cut?`;
    problems.push({ file, ...locationOf(path), severity: "warning", message });
  }
  for (const [index, { start }] of chapters.entries()) {
    if (secondsOf(start) < duration) continue;
    const message = `this chapter starts at ${start}, but the film is ${formatMoment(duration)} long`;
    const place = locationOf(["chapters", index, "start"]);
    problems.push({ file, ...place, severity: "error", message });
  }
  return problems;
}
