import { chooseLanguage } from "../i18n/fallback.ts";
import type { WordCounts } from "../records/listed.ts";
import type { Reader } from "../records/reader.ts";

/**
 * How many words one reads in a minute. Our choice, below the 238 that Brysbaert (2019, Journal of Memory and
 * Language 109) found for English nonfiction: many read here in their second language.
 */
const wordsPerMinute = 200;

/**
 * How long it takes to read a document, in whole minutes, in the language that its page shows the reader.
 * @returns undefined if its words weren't counted: it is a PDF, or its index is from before they were
 */
export function readingMinutes(
  wordCounts: WordCounts | undefined,
  original: string,
  reader: Pick<Reader, "language" | "neighbours">,
): number | undefined {
  if (wordCounts === undefined) return undefined;
  const languages = Object.keys(wordCounts);
  const shown = chooseLanguage(languages, reader.language, original, reader.neighbours);
  const words = shown === undefined ? undefined : wordCounts[shown];
  return words === undefined ? undefined : Math.max(1, Math.round(words / wordsPerMinute));
}
