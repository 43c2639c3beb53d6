/** Decodes the bytes of a caption file, in UTF-8 or a legacy encoding. */
import { baseLanguage } from "../../i18n/tag.ts";
import { detectLanguage } from "./detect-language.ts";
import { type LegacyEncoding, legacyEncodings, windows1252, windows1258 } from "./encodings.ts";
import { analyzeUtf8 } from "./utf8.ts";

/** A problem with a file's encoding; line and column are counted from 1. */
export interface EncodingProblem {
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly message: string;
}

export interface DecodedCaptions {
  /** The text without its byte order mark; undefined if the bytes can't be decoded. */
  readonly text: string | undefined;
  /** The label of TextDecoder, such as “utf-8” or “windows-1258”; undefined if the bytes can't be decoded. */
  readonly encoding: string | undefined;
  readonly problem: EncodingProblem | undefined;
}

/**
 * Decodes a caption file: UTF-8 and UTF-16 with or without a byte order mark, otherwise one of the legacy
 * encodings that are common for the track's language. Text in Windows-1258 is normalized to NFC. Never
 * throws, and doesn't guess: if the bytes are partly UTF-8, or aren't plausible text in any of the
 * encodings, there is no text and an error at the first such byte. NULs at the end, with which programs fill up a
 * file, are no part of its text.
 * @param language the track's BCP 47 tag; only a hint
 */
export function decodeCaptions(file: Uint8Array, language = "und"): DecodedCaptions {
  const bytes = file.subarray(0, file.findLastIndex((byte) => byte !== 0) + 1);
  const utf16 = detectUtf16(bytes);
  // In UTF-16 the last character can end with a zero byte.
  if (utf16 !== undefined) {
    return decodeUtf16(file.subarray(0, bytes.length + (bytes.length % 2)), utf16);
  }
  const utf8 = analyzeUtf8(bytes);
  if (utf8.invalidBytes === 0) {
    return { text: decodeStrictly("utf-8", bytes), encoding: "utf-8", problem: undefined };
  }

  const firstInvalid = positionOfByte(bytes, utf8.firstInvalid);
  // Text in a legacy encoding rarely contains valid UTF-8 sequences, except in double-byte encodings.
  if (
    (utf8.sequences - utf8.ambiguousSequences) * 4 > utf8.invalidBytes &&
    !fitsDoubleByteEncoding(bytes, language)
  ) {
    return undecodable(
      firstInvalid,
      `This file is UTF-8 except for ${utf8.invalidBytes} of its bytes, the first here: ` +
        "parts of it were saved in different encodings, or it is damaged. " +
        "Fix this place in an editor and save the file as UTF-8.",
    );
  }
  const decoded = decodeLegacy(bytes, language);
  if (decoded === undefined) {
    const names = legacyEncodings(language).map(({ name }) => name);
    return undecodable(
      firstInvalid,
      `The characters of this file can't be decoded: they are neither UTF-8 nor ${names.join(" nor ")}. ` +
        "Save it as UTF-8.",
    );
  }
  const message =
    `This file isn't UTF-8; it was read as ${decoded.encoding.name}. ` +
    "Check that its characters are right, and save it as UTF-8.";
  const firstNonAscii = positionOfByte(bytes, utf8.firstNonAscii);
  return {
    text: decoded.text,
    encoding: decoded.encoding.label,
    problem: { ...firstNonAscii, severity: "warning", message },
  };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

function undecodable(position: Position, message: string): DecodedCaptions {
  const problem = { ...position, severity: "error", message } as const;
  return { text: undefined, encoding: undefined, problem };
}

/** Detects UTF-16 by its byte order mark or by its zero bytes: timings and line ends are ASCII. */
function detectUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 8192);
  const zeros: [even: number, odd: number] = [0, 0];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  }
  const [even, odd] = zeros;
  if (odd * 10 > sample.length && odd > even * 8) return "utf-16le";
  if (even * 10 > sample.length && even > odd * 8) return "utf-16be";
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be"): DecodedCaptions {
  const text = decodeStrictly(label, bytes);
  if (text !== undefined) return { text, encoding: label, problem: undefined };
  const lenient = new TextDecoder(label).decode(bytes);
  const validPart = lenient.slice(0, Math.max(0, lenient.indexOf("\uFFFD")));
  return undecodable(
    positionAfter(validPart),
    "This file is UTF-16, but damaged here: was it saved or copied completely? Save it as UTF-8.",
  );
}

interface LegacyText {
  readonly text: string;
  readonly encoding: LegacyEncoding;
}

function decodeLegacy(bytes: Uint8Array, language: string): LegacyText | undefined {
  const encodings = legacyEncodings(language);
  // Vietnamese is detected for any language: only Vietnamese has tone marks on these vowels.
  const vietnamese = encodings.includes(windows1258) ? undefined : decodeAs(windows1258, bytes);
  if (vietnamese !== undefined && /[đơưă]/i.test(vietnamese.text)) {
    const toneMarks = vietnamese.text.match(/[\u1EA0-\u1EF9]/g)?.length ?? 0;
    if (toneMarks > 2) return vietnamese;
  }
  for (const encoding of encodings) {
    const decoded = decodeAs(encoding, bytes);
    if (decoded !== undefined) return decoded;
  }
  // The text may be in another language. Windows-1252 decodes any bytes, so its words must confirm it.
  const latin = encodings.includes(windows1252) ? undefined : decodeAs(windows1252, bytes);
  const detected = latin && detectLanguage(latin.text)?.languages;
  if (detected !== undefined && !detected.includes(baseLanguage(language))) return latin;
  return undefined;
}

/** Whether one of the language's double-byte encodings decodes the bytes to plausible text. */
function fitsDoubleByteEncoding(bytes: Uint8Array, language: string): boolean {
  return legacyEncodings(language).some(
    (encoding) =>
      /^(?:gb|big|shift|euc)/.test(encoding.label) && decodeAs(encoding, bytes) !== undefined,
  );
}

/** Decodes in one encoding; undefined if over a tenth of the words with non-ASCII letters aren't plausible. */
function decodeAs(encoding: LegacyEncoding, bytes: Uint8Array): LegacyText | undefined {
  const text = decodeStrictly(encoding.label, bytes)?.normalize("NFC");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters show a wrong encoding.
  if (text === undefined || /[\0-\x08\x0E-\x1F\x7F-\x9F\uE000-\uF8FF]/.test(text)) return undefined;
  let plausible = 0;
  let implausible = 0;
  // Without a maximum length, a very long word overflows the regular expression's stack.
  for (const [word] of text.matchAll(/[\p{L}\p{M}]{1,60}/gu)) {
    if (/^[A-Za-z]+$/.test(word)) continue;
    if (encoding.letters.test(word) && !hasCapitalInside(word)) plausible += 1;
    else implausible += 1;
  }
  implausible += text.match(misplacedSymbols)?.length ?? 0;
  return implausible * 10 <= plausible + implausible ? { text, encoding } : undefined;
}

/** Symbols next to letters, which are letters in another encoding: “ng­êi”, “®ång”, “s±”, “est‡”. */
const misplacedSymbols =
  /[¤¦¨¬\u00AD¯±¸÷×†‡ˆ‰®](?=\p{L})|(?<=\p{L})[¤¦¨¬\u00AD±÷†‡ˆ‰]|(?<=\p{L})[¶¹²³¼½¾](?=\p{L})/gu;

/** Whether a non-ASCII capital follows a small letter, as in “ViÖt”, which shows another encoding. */
function hasCapitalInside(word: string): boolean {
  return /\p{Ll}\p{M}*[\p{Lu}--[A-Z]]/v.test(word);
}

function decodeStrictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The position of a byte in a text; each invalid byte before it counts as one character. */
function positionOfByte(bytes: Uint8Array, offset: number): Position {
  return positionAfter(new TextDecoder("utf-8").decode(bytes.subarray(0, offset)));
}

/** The position directly after a text. */
function positionAfter(text: string): Position {
  const lines = text.split(/\r\n?|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}
