/** Names at the start of a cue or line: `ANA:`, `[SPEAKER_00]:`, `(ANA)`. */

/** How a name is written. */
export type LabelForm = "colon" | "brackets" | "parentheses";

/** A name at the start of a text, and the text after it. */
export interface Label {
  readonly form: LabelForm;
  readonly name: string;
  readonly rest: string;
  /** Whether it is written as a label only: in capitals, or as SPEAKER_00. */
  readonly isDistinct: boolean;
}

const word = "[\\p{L}\\p{M}\\p{N}_#&/'’.-]{1,30}";
const name = `(\\p{L}(?:${word})?(?: ${word}){0,4})`;
const patterns: readonly (readonly [LabelForm, RegExp])[] = [
  ["brackets", new RegExp(`^\\[${name}\\]\\s?[:：]?\\s*`, "u")],
  ["parentheses", new RegExp(`^\\(${name}\\)\\s?[:：]?\\s*`, "u")],
  ["colon", new RegExp(`^${name}\\s?(?::(?=\\s|$)|：)\\s*`, "u")],
];
/** Words in names that begin with a small letter: “Ana de la Paz”. */
const particles =
  /^(?:al|ben|bin|bint|d'|da|das|de|del|della|den|der|di|do|dos|el|la|las|le|los|of|the|van|von|y)$/;
/** Sounds and manners of speaking, in the languages of most captions, which are written as names are. */
const sounds =
  /applau|aplau|cheer|chant|chuckl|clap|clears|cough|crosstalk|cry|foreign|gasp|inaudible|indistinct|laugh|murmur|music|música|nhạc|off.?screen|pause|risa|ríe|sigh|silence|sing|sniff|sob|speaking|suspir|vỗ tay|whisper|^(?:in|en) /i;

/** Reads the name at the start of a text, if there is one. Whether it is a speaker depends on the whole film. */
export function readLabel(text: string): Label | undefined {
  // Most lines have no name, so skip the patterns for them.
  if (!/^[[(]|[:：]/.test(text)) return undefined;
  for (const [form, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = match[1] ?? "";
    const isNumbered = /^speaker[ _-]?\d+$/i.test(found);
    if (!(isNumbered || isNameLike(found)) || (form !== "colon" && sounds.test(found)))
      return undefined;
    const rest = text.slice(match[0].length);
    // `(ANA)` or `[applause]` alone on its line describes a sound.
    if (form !== "colon" && rest === "" && /[\])]\s*$/.test(match[0])) return undefined;
    const isCapitals = /\p{Lu}/u.test(found) && !/\p{Ll}/u.test(found);
    return { form, name: found, rest, isDistinct: isNumbered || isCapitals };
  }
  return undefined;
}

/** Whether each word begins with a capital, or with a letter of a script without them. */
function isNameLike(text: string): boolean {
  return text.split(" ").every((one) => particles.test(one) || /^[^\p{Ll}]/u.test(one));
}
