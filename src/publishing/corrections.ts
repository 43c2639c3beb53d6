import { plainText } from "../captions/webvtt/plain-text.ts";
import { parseWebVtt } from "../captions/webvtt/webvtt.ts";
import { type Correction, correctionsIn, type LineageEntry } from "../records/corrections.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import type { SearchedText } from "../records/views.ts";
import { normalizeWord, splitWords } from "../search/fold.ts";
import { readBlobText } from "../storage/blobs.ts";

/**
 * Adds to each text of a record how it was corrected since it was first public.
 * @param lineage the record's revision and its predecessors, the newest first
 */
export async function addCorrections(
  bucket: R2Bucket,
  record: LibraryItem,
  texts: readonly SearchedText[],
  lineage: readonly LineageEntry[],
): Promise<SearchedText[]> {
  if (record.kind !== "Episode") return [...texts];
  const byLanguage = correctionsIn(lineage);
  const hidden = [record, ...lineage.map((entry) => entry.record)].flatMap(privateNames);
  return Promise.all(
    texts.map(async (text) => {
      const corrections = (byLanguage.get(text.language) ?? []).map((correction) =>
        hideNames(bucket, correction, hidden),
      );
      return { ...text, corrections: await Promise.all(corrections) };
    }),
  );
}

/** The names that aren't public. Older revisions count, too: a correction may have removed such a name. */
function privateNames({ credits = [] }: LineageEntry["record"]): string[] {
  return credits.filter((credit) => credit.public === false).map(({ name }) => name);
}

/** Removes the earlier text from a correction if one of its texts may contain a name that isn't public. */
async function hideNames(
  bucket: R2Bucket,
  correction: Correction,
  names: readonly string[],
): Promise<Correction> {
  const { before, after } = correction;
  if (names.length === 0 || before === null) return correction;
  const texts = await Promise.all([before, after].map((sha256) => readBlobText(bucket, sha256)));
  // Both texts are checked, as the next correction may have removed what this one added.
  const hasName = texts.some((text) => text !== undefined && mayContainName(text, names));
  return hasName ? { ...correction, before: null } : correction;
}

/**
 * Whether captions may contain one of the names: the whole name in any spelling, or a capitalized part of it.
 * False positives only hide a correction; a false negative would reveal a person.
 */
function mayContainName(webVtt: string, names: readonly string[]): boolean {
  // With the cues' tags, as these hold speakers' names. Cues are joined, as a name may run from one to the next.
  const cues = parseWebVtt(webVtt).cues.map(({ text }) => text);
  const text = `${cues.map(plainText).join(" ")} ${cues.join(" ")}`;
  // Some automatic captions have no capital letters.
  const hasCapitals = /\p{Lu}/u.test(text);
  const words = new Set(splitNameParts(hasCapitals ? text : text.toLowerCase()));
  const letters = normalizeLetters(text);
  const hasWord = (part: string) =>
    hasCapitals ? words.has(part) || words.has(part.toUpperCase()) : words.has(part.toLowerCase());
  return names.some(
    (name) =>
      letters.includes(normalizeLetters(name)) ||
      splitNameParts(name).some((part) => namePart.test(part) && hasWord(part)),
  );
}

const splitNameParts = (text: string) => splitWords(text.normalize("NFC"));

/**
 * A part of a name that identifies a person: Luz and Cruz of “Luz de la Cruz”. In scripts without capital
 * letters every part counts. It has at least three letters.
 */
const namePart = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}]{2,}$/u;

/** Reduces a text to its letters and digits, without accents and in lower case. */
const normalizeLetters = (text: string) =>
  normalizeWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
