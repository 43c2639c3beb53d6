import type { Range } from "./highlights.ts";
import { parseSearchQuery, type SearchTerm } from "./query/query.ts";
import { findAllWords, matchWords } from "./words.ts";

/** What is marked in a text that a reader comes to from a search. */
export interface Marks {
  readonly terms: readonly SearchTerm[];
  /** The language whose words with the same stems are marked too. */
  readonly stems?: string | undefined;
}

/**
 * What search marks too: of words that begin with the query's last one only those that are it, if there are any, and
 * words with the same stems only in a text that lacks some of the words themselves.
 * @param texts the paragraphs
 * @param language of the texts
 */
export function marksIn(
  texts: readonly string[],
  query: string | undefined,
  language: string,
): Marks {
  const terms = parseSearchQuery(query ?? "");
  const last = terms.at(-1);
  if (last === undefined) return { terms };
  const whole = { ...last, unfinished: false };
  let missing = [...terms, whole];
  for (const text of texts) {
    if (missing.length === 0) break;
    const words = [...findAllWords(text)];
    missing = missing.filter((term) => matchWords(words, [term]).length === 0);
  }
  const isWhole = !missing.includes(whole);
  missing = missing.filter((term) => term !== whole);
  // A phrase may go on in the next paragraph.
  const hasAll =
    missing.every(({ words }) => words.length > 1) &&
    missing.every((term) => findMarks(texts.join(" "), { terms: [term] }).length > 0);
  return {
    terms: isWhole ? [...terms.slice(0, -1), whole] : terms,
    stems: hasAll ? undefined : language,
  };
}

/** The ranges of a text that are marked, in order, without overlaps. */
export const findMarks = (text: string, { terms, stems }: Marks): Range[] =>
  matchWords([...findAllWords(text)], terms, stems);
