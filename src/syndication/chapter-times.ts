import type { EpisodeRecord } from "../records/schema/record.ts";

/** A chapter with its end: where the next one starts, or the film's end. In seconds. */
export type TimedChapter = EpisodeRecord["chapters"][number] & { readonly end: number };

/** A film's chapters in the order of time, which records that were published by the API may not have. */
export function timedChapters({
  chapters,
  duration,
}: Pick<EpisodeRecord, "chapters" | "duration">): TimedChapter[] {
  const inOrder = [...chapters].sort((one, other) => one.start - other.start);
  return inOrder.map((chapter, index) => ({
    ...chapter,
    end: Math.max(chapter.start, Math.min(inOrder[index + 1]?.start ?? duration, duration)),
  }));
}
