/**
 * Character references of HTML, `&amp;` and `&#38;`, as they may stand in cue text
 * (HTML, “Tokenization”: “character reference state”; not as part of an attribute).
 */
import { decodeNamedCharacterReference } from "decode-named-character-reference";

/** HTML reads these without their semicolon: the names of U+00A0 to U+00FF, in order … */
const latin1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn " +
  "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave " +
  "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
  "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN " +
  "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute " +
  "icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml " +
  "yacute thorn yuml";
/** … and these. */
const withoutSemicolon = new Map<string, string>([
  ...latin1
    .split(" ")
    .map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ["amp", "&"],
  ["AMP", "&"],
  ["lt", "<"],
  ["LT", "<"],
  ["gt", ">"],
  ["GT", ">"],
  ["quot", '"'],
  ["QUOT", '"'],
  ["COPY", "©"],
  ["REG", "®"],
]);
const longestWithoutSemicolon = 6;

/** What `&#128;` to `&#159;` stand for: HTML reads them as windows-1252. 0 keeps the number. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178,
];

const numericReference = /&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?/y;
/** The longest name of HTML has 31 letters. */
const namedReference = /&([0-9a-zA-Z]{1,32})(;?)/y;

/**
 * Reads the reference whose “&” stands at `start`: its text and the position after it, or
 * undefined where the “&” stands for itself.
 */
export function consumeCharacterReference(
  input: string,
  start: number,
): { text: string; position: number } | undefined {
  numericReference.lastIndex = start;
  const numeric = numericReference.exec(input);
  if (numeric !== null) {
    const [whole, hexadecimal, decimal] = numeric;
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return { text: fromCode(code), position: start + whole.length };
  }

  namedReference.lastIndex = start;
  const [whole = "", name = "", semicolon] = namedReference.exec(input) ?? [];
  if (semicolon === ";") {
    const text = decodeNamedCharacterReference(name);
    if (text !== false) return { text, position: start + whole.length };
  }
  for (let length = Math.min(name.length, longestWithoutSemicolon); length > 1; length -= 1) {
    const text = withoutSemicolon.get(name.slice(0, length));
    if (text !== undefined) return { text, position: start + 1 + length };
  }
  return undefined;
}

function fromCode(code: number): string {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code === 0 || code > 0x10ffff || isSurrogate) return "\uFFFD";
  return String.fromCodePoint(windows1252[code - 0x80] || code);
}
