/**
 * HTML character references in cue text, such as `&amp;` and `&#38;`, decoded as HTML decodes them
 * outside attributes (HTML, section 13.2.5.72, “Character reference state”).
 */
import { decodeNamedCharacterReference } from "decode-named-character-reference";

/**
 * HTML decodes the names of “&”, “<”, “>”, `"` and of U+00A0 to U+00FF without a semicolon, too (HTML, section 13.5), if
 * they have at most six letters and aren't one of these later ones.
 */
const maxLengthWithoutSemicolon = 6;
const onlyWithSemicolon = /^(?:Dot|angst|die|div|half|pm|strns)$/;

/**
 * The code points of `&#128;` to `&#159;`, which HTML decodes as windows-1252 (HTML, section 13.2.5.80).
 * 0 means the number itself.
 */
const windows1252CodePoints = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178,
];

const numericReference = /&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?/y;
/** The longest name in HTML has 31 characters, “CounterClockwiseContourIntegral”. */
const namedReference = /&([0-9a-zA-Z]{1,32})(;?)/y;

/**
 * Decodes the character reference that begins with the “&” at `start`.
 * @returns its text and the position after it, or undefined if the “&” doesn't begin a reference
 */
export function consumeCharacterReference(
  input: string,
  start: number,
): { readonly text: string; readonly position: number } | undefined {
  numericReference.lastIndex = start;
  const numeric = numericReference.exec(input);
  if (numeric !== null) {
    const [reference, hexadecimal, decimal] = numeric;
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return { text: decodeCodePoint(code), position: start + reference.length };
  }

  namedReference.lastIndex = start;
  const [reference = "", name = "", semicolon] = namedReference.exec(input) ?? [];
  if (semicolon === ";") {
    const text = decodeNamedCharacterReference(name);
    if (text !== false) return { text, position: start + reference.length };
  }
  for (let length = Math.min(name.length, maxLengthWithoutSemicolon); length > 1; length -= 1) {
    const short = name.slice(0, length);
    const text = onlyWithSemicolon.test(short) || decodeNamedCharacterReference(short);
    if (typeof text === "string" && /^[&<>"\u00A0-\u00FF]$/.test(text)) {
      return { text, position: start + 1 + length };
    }
  }
  return undefined;
}

function decodeCodePoint(code: number): string {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code === 0 || code > 0x10ffff || isSurrogate) return "\uFFFD";
  return String.fromCodePoint(windows1252CodePoints[code - 0x80] || code);
}
