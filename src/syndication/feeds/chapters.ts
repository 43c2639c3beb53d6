import { chooseText, type Neighbours } from "../../i18n/fallback.ts";
import { interfaceLanguageFor } from "../../i18n/interface-languages.ts";
import { toLine } from "../../i18n/line.ts";
import { watchPath } from "../../records/addresses.ts";
import { momentParameter } from "../../records/moment.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { timedChapters } from "../chapter-times.ts";

/** The media type of chapters (Podcasting 2.0, `podcast:chapters`). */
export const chaptersType = "application/json+chapters";

interface ChaptersOptions {
  /** BCP 47. Names that are missing in it fall back. */
  readonly language: string;
  readonly neighbours: Neighbours;
  readonly origin: string;
}

/** A film's chapters as Podcasting 2.0's JSON, version 1.2. Times are in seconds. */
export function writeChapters(
  episode: EpisodeRecord,
  { language, neighbours, origin }: ChaptersOptions,
): string {
  const { slug, name, inLanguage } = episode;
  const choose = (texts: typeof name) =>
    toLine(chooseText(texts, language, inLanguage, neighbours)?.value ?? "");
  const page = interfaceLanguageFor(language);
  const answer = {
    version: "1.2.0",
    title: choose(name),
    chapters: timedChapters(episode).map((chapter) => ({
      startTime: chapter.start,
      endTime: chapter.end,
      title: choose(chapter.name),
      url: origin + watchPath(page, slug, { t: momentParameter(chapter.start) }),
    })),
  };
  // `<` is escaped so that the answer stays harmless if a page contains it as it is.
  return JSON.stringify(answer).replaceAll("<", "\\u003c");
}
