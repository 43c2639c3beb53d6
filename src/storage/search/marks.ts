import { type SQL, sql } from "drizzle-orm";
import { isUnspaced } from "../../search/fold.ts";
import { hitEnd, hitStart } from "../../search/index-text.ts";
import type { SearchTerm } from "../../search/query.ts";

/** The marks of hits in SQL. */
export const startMark = `char(${hitStart.charCodeAt(0)})`;
export const endMark = `char(${hitEnd.charCodeAt(0)})`;

/** The columns of the index in which hits are marked, in its order; the first column is `facets`. */
const markedColumns = ["name", "description", "also", "body"] as const;

/**
 * How many hits of terms in scripts without spaces `highlight` may mark in a row. Such marks have no place reserved in
 * the row (`maxRowSize` in src/search/rows.ts leaves 50,000 bytes), and FTS5 copies the whole text for each of them:
 * 5,000 take a second in a text of 2 MB. Our choice.
 */
const maxMarks = 5000;
/** The part of a text with more hits that is answered, and what it has before the first hit, in characters. */
const partLength = 4000;
const partBefore = 500;
/** How many characters of a term are counted, to find a rare one. */
const maxCounted = 3;

/**
 * The index's columns with their hits marked. In scripts without spaces each character is a word of the index: in a
 * text that may have too many hits, only the first character of a term is marked, and only in a part of the text.
 * @returns a function that gives the SQL of a column
 */
export function markColumns(
  terms: readonly SearchTerm[],
): (column: (typeof markedColumns)[number]) => SQL {
  const unspaced = terms.filter(({ words: [word = ""] }) => isUnspaced(word));
  const first = quote(unspaced[0]?.words[0] ?? "");
  return (column) => {
    const position = markedColumns.indexOf(column) + 1;
    const highlighted = `highlight(search, ${position}, ${startMark}, ${endMark})`;
    if (unspaced.length === 0) return sql.raw(highlighted);
    const part = `substr(${column}, max(1, instr(${column}, ${first}) - ${partBefore}), ${partLength})`;
    const markedPart = `replace(${part}, ${first}, ${startMark} || ${first} || ${endMark})`;
    const count = unspaced.map(countOf).join(" + ");
    return sql.raw(`case when ${count} <= ${maxMarks} then ${highlighted} else ${markedPart} end`);
  };
}

/** SQL for how often a term can be in a row: at most as often as the rarest of its words' first characters. */
function countOf({ words }: SearchTerm): string {
  const texts = "name || description || also || body";
  const characters = words.filter(isUnspaced).map((word) => [...word][0] ?? "");
  const counts = [...new Set(characters)]
    .slice(0, maxCounted)
    .map((one) => `length(${texts}) - length(replace(${texts}, ${quote(one)}, ''))`);
  // With one argument, `min` is another function of SQLite.
  return counts.length === 1 ? `(${counts[0]})` : `min(${counts.join(", ")})`;
}

/** A text in SQL, by its code points. */
const quote = (text: string) =>
  `char(${[...text].map((character) => character.codePointAt(0)).join(", ")})`;
