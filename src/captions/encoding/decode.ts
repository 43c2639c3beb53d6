/** Bytes of a caption file → its text, whatever encoding an editor saved it in. */
import { baseLanguage } from "../../i18n/tag.ts";
import { detectLanguage } from "./detect-language.ts";
import { type LegacyEncoding, legacyEncodings, windows1252, windows1258 } from "./encodings.ts";
import { analyzeUtf8 } from "./utf8.ts";

/** What is to be said of a file's encoding, at its place in the file; both counted from 1. */
export interface EncodingProblem {
  line: number;
  column: number;
  severity: "error" | "warning";
  message: string;
}

export interface DecodedCaptions {
  /** The text without its byte order mark; undefined where the bytes can't be read. */
  text: string | undefined;
  /** As in TextDecoder: “utf-8”, “windows-1258” …; undefined where it can't be told. */
  encoding: string | undefined;
  problem: EncodingProblem | undefined;
}

/**
 * Decodes a caption file: UTF-8 and UTF-16 with or without their mark, else one of the encodings
 * that files in the track's language have (`language`, a BCP 47 tag; it is only a hint). Text in
 * Windows-1258 is given in NFC. Never throws and never guesses past doubt: bytes that are partly
 * UTF-8, or no text in any encoding that fits, give no text and an error at the first such byte.
 */
export function decodeCaptions(bytes: Uint8Array, language = "und"): DecodedCaptions {
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16);
  const survey = analyzeUtf8(bytes);
  if (survey.strays === 0) {
    return { text: strictly("utf-8", bytes), encoding: "utf-8", problem: undefined };
  }

  const stray = surroundings(bytes, survey.firstStray);
  // In other encodings what happens to look like UTF-8 is rare, but for those of Chinese.
  if (
    (survey.sequences - survey.doubtful) * 4 > survey.strays &&
    !fitsWideEncoding(language, bytes)
  ) {
    const message =
      `This file is UTF-8 but for ${survey.strays} of its bytes, the first here: ` +
      "parts of it were saved in different encodings, or it is damaged. " +
      "Mend this place in an editor and save the file as UTF-8.";
    return {
      text: undefined,
      encoding: undefined,
      problem: { ...stray, severity: "error", message },
    };
  }
  const found = readAsLegacy(bytes, language);
  if (found === undefined) {
    const message =
      `The letters of this file can't be read: they are neither UTF-8 nor ` +
      `${legacyEncodings(language)
        .map(({ name }) => name)
        .join(" nor ")}. Save it as UTF-8.`;
    return {
      text: undefined,
      encoding: undefined,
      problem: { ...stray, severity: "error", message },
    };
  }
  const message =
    `This file isn't UTF-8; it was read as ${found.name}. ` +
    "See whether its letters are right, and save it as UTF-8.";
  const place = surroundings(bytes, survey.firstHigh);
  return {
    text: found.text,
    encoding: found.label,
    problem: { ...place, severity: "warning", message },
  };
}

/** UTF-16 shows by its mark, or by its many zero bytes: times and line ends are ASCII. */
function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
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
  const text = strictly(label, bytes);
  if (text !== undefined) return { text, encoding: label, problem: undefined };
  const replaced = new TextDecoder(label).decode(bytes);
  const broken = replaced.slice(0, Math.max(0, replaced.indexOf("\uFFFD")));
  const message =
    "This file is UTF-16, but damaged here: was it saved or copied whole? Save it as UTF-8.";
  const problem = { ...endOf(broken), severity: "error" as const, message };
  return { text: undefined, encoding: undefined, problem };
}

interface ReadText {
  text: string;
  label: string;
  name: string;
}

function readAsLegacy(bytes: Uint8Array, language: string): ReadText | undefined {
  const own = legacyEncodings(language);
  // Vietnamese shows under any language: no other has its tones on its letters.
  const vietnamese = own.includes(windows1258) ? undefined : read(bytes, windows1258);
  if (vietnamese !== undefined && /[đơưă]/i.test(vietnamese.text)) {
    const toned = vietnamese.text.match(/[\u1EA0-\u1EF9]/g)?.length ?? 0;
    if (toned > 2) return vietnamese;
  }
  for (const encoding of own) {
    const found = read(bytes, encoding);
    if (found !== undefined) return found;
  }
  // Another language's file under this one's name: only where its words say so, as any bytes pass.
  const latin = own.includes(windows1252) ? undefined : read(bytes, windows1252);
  const evidence = latin && detectLanguage(latin.text)?.languages;
  if (evidence !== undefined && !evidence.includes(baseLanguage(language))) return latin;
  return undefined;
}

/** Whether the language's own encodings, of two bytes a letter, make good text of it all. */
function fitsWideEncoding(language: string, bytes: Uint8Array): boolean {
  return legacyEncodings(language).some(
    (encoding) =>
      /^(?:gb|big|shift|euc)/.test(encoding.label) && read(bytes, encoding) !== undefined,
  );
}

/** The text in an encoding, if nine in ten of its words beyond ASCII are good ones. */
function read(bytes: Uint8Array, { label, name, script }: LegacyEncoding): ReadText | undefined {
  const text = strictly(label, bytes)?.normalize("NFC");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a wrong encoding.
  if (text === undefined || /[\0-\x08\x0E-\x1F\x7F-\x9F\uE000-\uF8FF]/.test(text)) return undefined;
  let good = 0;
  let bad = 0;
  // A word without end would be too much for the pattern's stack.
  for (const [word] of text.matchAll(/[\p{L}\p{M}]{1,60}/gu)) {
    if (/^[A-Za-z]+$/.test(word)) continue;
    if (script.test(word) && !isOddlyCased(word)) good += 1;
    else bad += 1;
  }
  bad += text.match(unusualSymbols)?.length ?? 0;
  return bad * 10 <= good + bad ? { text, label, name } : undefined;
}

/** Signs beside letters, where letters of another encoding were: “ng­êi”, “®ång”, “s±”. */
const unusualSymbols =
  /[¤¦¨¬\u00AD¯±¸÷×†‡ˆ‰®](?=\p{L})|(?<=\p{L})[¤¦¨¬\u00AD±÷‰]|(?<=\p{L})[¶¹²³¼½¾](?=\p{L})/gu;

/** A capital after a small letter, as in “ViÖt”: letters of another encoding. */
function isOddlyCased(word: string): boolean {
  return /\p{Ll}\p{M}*[\p{Lu}--[A-Z]]/v.test(word);
}

function strictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The place of a byte, its line and its column, where each byte that isn't UTF-8 counts as a letter. */
function surroundings(bytes: Uint8Array, offset: number): { line: number; column: number } {
  return endOf(new TextDecoder("utf-8").decode(bytes.subarray(0, offset)));
}

/** The place right after a text. */
function endOf(text: string): { line: number; column: number } {
  const lines = text.split(/\r\n?|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}
