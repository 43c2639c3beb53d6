/**
 * Joins lines and segments of text with a space or, in scripts that are written without spaces between
 * words (Thai, Chinese and others), without one.
 */

/** A character of a script without spaces between words, or of its punctuation. */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFF65]/u;
const unspacedAtEnd = new RegExp(`${unspacedScripts.source}$`, "u");
const unspacedAtStart = new RegExp(`^${unspacedScripts.source}`, "u");

/** What to write between two adjacent texts: nothing within an unspaced script, otherwise a space. */
export function separatorBetween(before: string, after: string): "" | " " {
  if (before === "" || after === "") return "";
  // A character outside the Basic Multilingual Plane takes two UTF-16 code units.
  return unspacedAtEnd.test(before.slice(-2)) && unspacedAtStart.test(after.slice(0, 2)) ? "" : " ";
}

/** Joins texts to one line; white space at their ends is replaced by the separator of their script. */
export function joinText(texts: readonly string[]): string {
  let joined = "";
  let previous = "";
  for (const text of texts) {
    const next = text.trim();
    if (next === "") continue;
    joined += separatorBetween(previous, next) + next;
    previous = next;
  }
  return joined;
}

/** Joins the lines of a cue's text to one line, with single spaces. */
export function joinLines(text: string): string {
  return joinText(text.split(/[\r\n]+/)).replace(/\s+/g, " ");
}

/** The text of a transcript's paragraph: its segments joined to one line. */
export function paragraphText(paragraph: {
  readonly segments: readonly { readonly text: string }[];
}): string {
  return joinText(paragraph.segments.map((segment) => segment.text));
}

/** Counts the words of a text. In a script without spaces, three characters count as one word. */
export function countWords(text: string): number {
  const unspaced = text.match(new RegExp(unspacedScripts.source, "gu"))?.length ?? 0;
  const spaced = text
    .split(/\s+/)
    .filter((word) => word !== "" && !unspacedScripts.test(word)).length;
  return spaced + Math.ceil(unspaced / 3);
}
