/** Words that some write together and others apart. */
import { normalizeWord } from "../fold.ts";

/**
 * The words of a term as others write them, together or apart: I-94 and I94, re-entry and reentry, EE.UU. and EEUU,
 * می‌خواهم and میخواهم. As search compares them (`normalizeWord`).
 * @param written one term of a query
 * @param words its words, folded
 */
export function otherWordsOf(written: string, words: readonly string[]): string[] | undefined {
  return writeOtherwise(written, words)?.map(normalizeWord);
}

function writeOtherwise(written: string, words: readonly string[]): string[] | undefined {
  const [word = "", ...others] = words;
  const together = words.join("");
  if (isCode(together)) return others.length > 0 ? [together] : splitCode(together);
  if (others.length > 0) return compound.test(written) ? [together] : undefined;
  const [, ...parts] = parted.map((pattern) => pattern.exec(word)).find((found) => found) ?? [];
  return parts.length === 0 ? undefined : parts.filter((part) => part !== undefined);
}

/** Longer ones are no codes, but words beside a number. Our choice. */
const maxCodeLength = 12;

/** A code of letters and digits: 287(g). */
const isCode = (text: string) =>
  text.length <= maxCodeLength && /^(?=.*\d)(?=.*[a-z])[a-z0-9]+$/i.test(text);
const splitCode = (code: string): string[] => code.match(/\d+|\D+/g) ?? [];

/** Words with hyphens, the Catalan dot or the Persian half-space between them, and longer abbreviations with dots. */
const compound =
  /^\P{L}*(?:[\p{L}\p{M}]+(?:[-‐‑·\u200C][\p{L}\p{M}]+)+|\p{L}{2,}\.\p{L}{2,}|\p{L}(?:\.\p{L}){2,})\P{L}*$/u;

/**
 * Words that are also written apart: after a prefix of English or Spanish; after the beginnings of Persian verbs, and
 * before the endings of its plural (folded); and abbreviations, of which the Spanish plural doubles its letters.
 */
const parted = [
  /^(anti|co|e(?=mail)|ex|multi|non|post|pre|pro|re|self|semi|sub)(\p{L}{3,})$/iu,
  /^(ن?مي)(\p{L}{2,})$/u,
  /^(\p{L}{2,})(هاي?ي?)$/u,
  /^(EE|RR|FF)(UU|HH|AA)$/i,
  /^([A-Z])([A-Z])([A-Z])?([A-Z])?$/,
];

/**
 * Joins the parts of Persian words that a reader wrote apart, by a half-space, as books have them: it is one term then.
 */
export const joinPersian = (query: string): string =>
  query
    .replace(/(?<!\S)(ن?م[یي])\s+(?=\p{Script=Arabic})/gu, "$1\u200C")
    .replace(/(?<=\p{Script=Arabic})\s+(?=ها[یي]{0,2}(?!\S))/gu, "\u200C");
