/** Putting pieces of text together as their script does: Thai, Chinese and others without spaces. */

/** A character of a script without spaces between words, or of the punctuation that goes with it. */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFF65]/u;
const unspacedAtEnd = new RegExp(`${unspacedScripts.source}$`, "u");
const unspacedAtStart = new RegExp(`^${unspacedScripts.source}`, "u");

/** The mark between two neighbouring pieces: nothing inside an unspaced script, else a space. */
export function separatorBetween(before: string, after: string): "" | " " {
  if (before === "" || after === "") return "";
  // The last two units hold the last character, even one outside the basic plane.
  return unspacedAtEnd.test(before.slice(-2)) && unspacedAtStart.test(after.slice(0, 2)) ? "" : " ";
}

/** Pieces as one line of running text: white space inside them becomes one space, or none. */
export function joinText(pieces: readonly string[]): string {
  let text = "";
  let last = "";
  for (const piece of pieces) {
    const next = piece.trim();
    if (next === "") continue;
    text += separatorBetween(last, next) + next;
    last = next;
  }
  return text;
}

/** A cue's text, which has line breaks, as one line. */
export function joinLines(text: string): string {
  return joinText(text.split(/[\r\n]+/)).replace(/\s+/g, " ");
}

/** A paragraph's segments as the running text that a reader sees. */
export function paragraphText(paragraph: { segments: readonly { text: string }[] }): string {
  return joinText(paragraph.segments.map((segment) => segment.text));
}

/** About how many words a text has; in a script without spaces three characters count as one. */
export function countWords(text: string): number {
  const unspaced = text.match(new RegExp(unspacedScripts.source, "gu"))?.length ?? 0;
  const spaced = text
    .split(/\s+/)
    .filter((word) => word !== "" && !unspacedScripts.test(word)).length;
  return spaced + Math.ceil(unspaced / 3);
}
