/**
 * Joins lines and segments of text with a space or, in scripts that are written without spaces between
 * words (Thai, Chinese and others), without one.
 */

/** A character of a script without spaces between words, or of its punctuation. */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFF65]/u;
const unspacedAtEnd = new RegExp(`${unspacedScripts.source}$`, "u");
const unspacedAtStart = new RegExp(`^${unspacedScripts.source}`, "u");

/** The first code unit of the scripts without spaces: the block of Thai begins here. */
const firstUnspaced = 0x0e00;

/** What to write between two adjacent texts: nothing within an unspaced script, otherwise a space. */
export function separatorBetween(before: string, after: string): "" | " " {
  if (before === "" || after === "") return "";
  // Most texts end with a letter or sign of a script with spaces.
  if (before.charCodeAt(before.length - 1) < firstUnspaced) return " ";
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
  // Most lines are in order already, so skip what would change nothing.
  if (!/[\r\n]|\s\s|[^\S ]/.test(text)) return text.trim();
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
  return countSpacedWords(text) ?? countAnyWords(text);
}

function countAnyWords(text: string): number {
  const unspaced = text.match(allUnspaced)?.length ?? 0;
  const spaced = text
    .split(/\s+/)
    .filter((word) => word !== "" && !unspacedScripts.test(word)).length;
  return spaced + Math.ceil(unspaced / 3);
}

const allUnspaced = new RegExp(unspacedScripts.source, "gu");

/**
 * The same, without expressions, for texts of scripts that certainly have spaces: a film has thousands of cues.
 * @returns undefined for other texts
 */
function countSpacedWords(text: string): number | undefined {
  let words = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isSpace(unit)) isInWord = false;
    else if (!isOfSpacedScript(unit)) return undefined;
    else if (!isInWord) {
      isInWord = true;
      words += 1;
    }
  }
  return words;
}

/** White space as `\s` matches it, as far as the ranges below have any. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0;
}

/** The blocks before Thai, the Ethiopic ones, and typographic punctuation after its spaces. */
function isOfSpacedScript(unit: number): boolean {
  return (
    unit < firstUnspaced || (unit >= 0x1200 && unit < 0x1680) || (unit >= 0x200b && unit < 0x2028)
  );
}
