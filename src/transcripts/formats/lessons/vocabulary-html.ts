import { formatMoment } from "../../../records/moment.ts";
import type { TranscriptFormat, TranscriptSource } from "../format.ts";
import { languageAttributes, transcriptPage } from "../html.ts";
import { momentUrl } from "../lines.ts";
import { escapeMarkup } from "../markup.ts";
import { lessonLabels } from "./labels.ts";
import { findVocabulary, type VocabularyEntry } from "./vocabulary.ts";

/** A page to print: the rarest words of a film with their sentences and moments, of a pair in both languages. */
export const vocabularyHtmlFormat: TranscriptFormat = {
  extension: "vocabulary.html",
  contentType: "text/html; charset=utf-8",
  render(source) {
    const { secondary } = source;
    const labels = lessonLabels(source);
    const names =
      secondary === undefined ? [labels.sentence] : [source.languageName, secondary.languageName];
    const head = [labels.word, ...names].map(
      (name) => `<th scope="col"><bdi>${escapeMarkup(name)}</bdi></th>`,
    );
    const rows = bySentence(findVocabulary(source)).map((entries) => row(entries, source));
    const table = `<table class="vocabulary">\n<thead><tr>${head.join("")}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
    return transcriptPage(source, table, labels.vocabulary);
  },
};

type Entries = readonly [VocabularyEntry, ...VocabularyEntry[]];

/** Words of one sentence stand in one row: on paper, the sentence is there once. */
function bySentence(entries: readonly VocabularyEntry[]): Entries[] {
  const rows: [VocabularyEntry, ...VocabularyEntry[]][] = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    if (last?.[0].sentence === entry.sentence && last[0].startTime === entry.startTime)
      last.push(entry);
    else rows.push([entry]);
  }
  return rows;
}

function row(entries: Entries, source: TranscriptSource): string {
  const { secondary, watchUrl } = source;
  const [{ sentence, translation, startTime }] = entries;
  const words = entries.map(({ word }) => escapeMarkup(word)).join("<br>\n");
  const href = escapeMarkup(momentUrl(watchUrl, startTime));
  const moment = `<a class="moment" href="${href}">${formatMoment(startTime)}</a>`;
  const second =
    secondary === undefined
      ? ""
      : `<td ${languageAttributes(secondary)}>${escapeMarkup(translation)}</td>`;
  return `<tr><th scope="row">${words}</th><td>${escapeMarkup(sentence)} ${moment}</td>${second}</tr>`;
}
