import type { Direction } from "./direction.ts";

/**
 * A number that goes on in Latin letters or brackets, as `287(g)`, `212(a)(9)(B)`, `9/11(c)` or `8 CFR 214.2`. In a text
 * from right to left the Unicode Bidirectional Algorithm would put its parts in the opposite order, because a number
 * at its start has no direction (UAX #9, N0 and W7). A number that letters precede, such as `I-9`, needs nothing. The
 * lengths are bounded, so that time is in proportion to the text.
 */
const startsWithNumber =
  /(?<![\p{L}\p{N}])\d[\d.,/]{0,20}(?:[A-Za-z§([][A-Za-z0-9().,:/§&[\]-]{0,40}| [A-Z][A-Z.]{1,10}(?: §? ?\d[0-9A-Za-z().-]{0,40})?)/gu;

/** A part of a text. */
export interface DirectedPart {
  readonly text: string;
  /** Whether it must stand in an isolate from left to right. */
  readonly isLeftToRight: boolean;
}

/** Divides a text; one part if it is written from left to right, or has nothing that would be put in disorder. */
export function splitLeftToRight(text: string, direction: Direction): DirectedPart[] {
  if (direction === "ltr") return [{ text, isLeftToRight: false }];
  const parts: DirectedPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(startsWithNumber)) {
    const word = withoutPunctuation(found);
    if (!/[A-Za-z()[\]]/.test(word)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), isLeftToRight: false });
    parts.push({ text: word, isLeftToRight: true });
    end = index + word.length;
  }
  if (end < text.length || parts.length === 0) {
    parts.push({ text: text.slice(end), isLeftToRight: false });
  }
  return parts;
}

/** U+200F: read as a letter from right to left. */
const rightToLeftMark = "\u200F";

/**
 * Facts in one line, with a dot between them. In a line from right to left a mark on each side of the dot keeps a
 * number that begins a fact, as in `26 نوفمبر 2026`, from joining the Latin words before it (UAX #9, W7).
 */
export function joinFacts(facts: readonly (string | undefined)[], direction: Direction): string {
  const dot = direction === "rtl" ? `${rightToLeftMark} · ${rightToLeftMark}` : " · ";
  return facts.filter(Boolean).join(dot);
}

/** U+200E: a mark that files without markup, and Word, read as a letter from left to right. */
const leftToRightMark = "\u200E";

/** The text for a file without markup: with marks around what would be put in disorder. */
export function markLeftToRight(text: string, direction: Direction): string {
  return splitLeftToRight(text, direction)
    .map(({ text: part, isLeftToRight }) =>
      isLeftToRight ? leftToRightMark + part + leftToRightMark : part,
    )
    .join("");
}

/**
 * What follows an address: in a text from right to left a mark, without which the slash at its end would stand before
 * it. The space keeps the mark out of the address when programs make a link of it.
 */
export const afterAddress = (direction: Direction) =>
  direction === "rtl" ? ` ${leftToRightMark}` : "";

/** HTML with isolates in its texts. @param html in which `<` and `>` stand for nothing but tags */
export function isolateInHtml(html: string, direction: Direction): string {
  if (direction === "ltr") return html;
  return html.replace(/(^|>)([^<]+)/g, (_, before: string, text: string) => {
    const parts = splitLeftToRight(text, direction);
    return (
      before +
      parts
        .map((part) => (part.isLeftToRight ? `<bdi dir="ltr">${part.text}</bdi>` : part.text))
        .join("")
    );
  });
}

/** Without what ends a sentence, and without a bracket that opens before the number. */
function withoutPunctuation(found: string): string {
  let word = found;
  for (;;) {
    const last = word.at(-1) ?? "";
    const closes = { ")": "(", "]": "[" }[last];
    const isOpening = last === "(" || last === "[";
    const isUnmatched = closes !== undefined && word.split(closes).length < word.split(last).length;
    if (!isOpening && !isUnmatched && !/[.,:&/-]/.test(last)) return word;
    word = word.slice(0, -1);
  }
}
