import { csvTable } from "../csv.ts";
import type { TranscriptFormat } from "../format.ts";
import { momentUrl } from "../lines.ts";
import { findVocabulary } from "./vocabulary.ts";

/** The vocabulary list as a table: word, sentence, of a pair the translation, seconds and address of the moment. */
export const vocabularyCsvFormat: TranscriptFormat = {
  extension: "vocabulary.csv",
  contentType: "text/csv; charset=utf-8; header=present",
  saved: true,
  render(source) {
    const { language, secondary, watchUrl } = source;
    const head = ["word", language, ...(secondary === undefined ? [] : [secondary.language])];
    const rows = findVocabulary(source).map(({ word, sentence, translation, startTime }) => [
      word,
      sentence,
      ...(secondary === undefined ? [] : [translation]),
      String(Math.round(startTime * 1000) / 1000),
      momentUrl(watchUrl, startTime),
    ]);
    return csvTable([[...head, "start", "url"], ...rows]);
  },
};
