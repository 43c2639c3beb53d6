import { comparableWord, segmentWords } from "../../../i18n/segment-words.ts";
import { csvTable } from "../csv.ts";
import type { TranscriptFormat } from "../format.ts";
import { findVocabulary, type VocabularyEntry } from "./vocabulary.ts";

/**
 * Cards to learn with, as Anki and Quizlet import them: a table of two columns without a header, front and back. The
 * front is a sentence without its word; the back is the word and, of a pair, the sentence in the second language.
 */
export const cardsFormat: TranscriptFormat = {
  extension: "cards.csv",
  contentType: "text/csv; charset=utf-8; header=absent",
  saved: true,
  render(source) {
    const rows = findVocabulary(source).map((entry) => {
      return [front(entry, source.language), back(entry)];
    });
    return csvTable(rows, { hasByteOrderMark: false });
  },
};

function front({ sentence, word }: VocabularyEntry, language: string): string {
  const wanted = comparableWord(word, language);
  const found = segmentWords(sentence, language).find(
    ({ text }) => comparableWord(text, language) === wanted,
  );
  if (found === undefined) return sentence;
  const { start, text } = found;
  return `${sentence.slice(0, start)}_____${sentence.slice(start + text.length)}`;
}

const back = ({ word, translation }: VocabularyEntry) =>
  translation === "" ? word : `${word} – ${translation}`;
