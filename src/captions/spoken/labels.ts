/** Names at the start of a cue or line: `ANA:`, `ANA (off):`, `[SPEAKER_00]:`, `(ANA)`. */
import { joinText } from "../join-lines.ts";

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
/** As video meetings have them: “Ana Morales (she/her):”. */
const pronouns = "(?: \\([^()\\s/]{1,12}(?:/[^()\\s/]{1,12}){1,3}\\))?";
/** “2ND SPEAKER” begins with a number; “ANA MORALES, ORGANIZER” has a comma. */
const name = `((?:[0-9]{1,2}(?:st|nd|rd|th|[ºª°]) |[0-9]{1,2}(?:ST|ND|RD|TH) )?\\p{L}(?:${word})?(?:,? ${word}){0,4}${pronouns})`;
/** How or when someone speaks, between name and colon: “ANA (off):”, “Speaker 1 (00:12):”. It stays in the text. */
const mannerPattern = "(\\s?\\([^()]{1,30}\\)|\\s?\\[[^[\\]]{1,30}\\])?";
/** Text follows the colon after a space; without one, a letter of a script without capitals or a new sentence. */
const colon = '\\s?(?::(?=\\s|$|\\p{Lo}|\\p{Lu}\\p{Ll}|[¿¡"“])|：)\\s*';
const patterns: readonly (readonly [LabelForm, RegExp])[] = [
  ["brackets", new RegExp(`^(?:\\[${name}\\]|［${name}］|【${name}】)\\s?[:：]?\\s*`, "u")],
  ["parentheses", new RegExp(`^(?:\\(${name}\\)|（${name}）)\\s?[:：]?\\s*`, "u")],
  ["colon", new RegExp(`^${name}${mannerPattern}${colon}`, "u")],
];
/** Names that programs give to unknown speakers. */
const numberedName =
  /^(?:speaker|hablante|orador|locutor|persona|participante?|interview(?:er|ee)|entrevistador|entrevistado|juror|người nói|المتحدث|متحدث)[ _-]?(?:\d+|[A-Z])$/iu;
/** Words in names that begin with a small letter: “Ana de la Paz”. */
const particles =
  /^(?:al|ben|bin|bint|d'|da|das|de|del|della|den|der|di|do|dos|el|la|las|le|los|of|the|van|von|y)$/;
/** Sounds and manners of speaking, in the languages of most captions, which are written as names are. */
const sounds =
  /applau|aplau|cheer|chant|chuckl|clap|clears|cough|crosstalk|cry|foreign|gasp|inaudible|indistinct|laugh|murmur|music|música|nhạc|off.?screen|pause|risa|ríe|sigh|silence|sing|sniff|sob|speaking|suspir|vỗ tay|whisper|^(?:in|en) /i;

/** Reads the name at the start of a text, if there is one. Whether it is a speaker depends on the whole film. */
export function readLabel(text: string): Label | undefined {
  // Most lines have no name, so skip the patterns for them.
  if (!/^[[(［【（]|[:：]/.test(text)) return undefined;
  for (const [form, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const isColon = form === "colon";
    const found = match[1] ?? (isColon ? undefined : (match[2] ?? match[3])) ?? "";
    const isNumbered = numberedName.test(found);
    if (!(isNumbered || isNameLike(found)) || (!isColon && sounds.test(found))) return undefined;
    const manner = isColon ? (match[2] ?? "").trim() : "";
    const rest = joinText([manner, text.slice(match[0].length)]);
    // `(ANA)` or `[applause]` alone on its line describes a sound.
    if (!isColon && rest === "" && /[\])］】）]\s*$/.test(match[0])) return undefined;
    const isCapitals = /\p{Lu}/u.test(found) && !/\p{Ll}/u.test(found);
    return { form, name: found, rest, isDistinct: isNumbered || isCapitals };
  }
  return undefined;
}

/** Whether each word begins with a capital, or with a letter of a script without them. */
function isNameLike(text: string): boolean {
  return text.split(" ").every((one) => particles.test(one) || /^[^\p{Ll}]/u.test(one));
}
