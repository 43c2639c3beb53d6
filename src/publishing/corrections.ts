import { plainText } from "../captions/webvtt/plain-text.ts";
import { parseWebVtt } from "../captions/webvtt/webvtt.ts";
import { type Correction, correctionsIn, type LineageEntry } from "../records/corrections.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import type { WorkText } from "../records/views.ts";
import { normalizeWord, splitWords } from "../search/fold.ts";
import { readBlobText } from "../storage/blobs.ts";

/**
 * The text rows of a record, with how each of them was corrected since readers first saw it.
 * @param lineage the record's revision, and those that it was made from
 */
export async function addCorrections(
  bucket: R2Bucket,
  record: LibraryItem,
  texts: readonly WorkText[],
  lineage: readonly LineageEntry[],
): Promise<WorkText[]> {
  if (record.kind !== "Episode") return [...texts];
  const found = correctionsIn(lineage);
  const hidden = [record, ...lineage.map((made) => made.record)].flatMap(privateNames);
  return Promise.all(
    texts.map(async (text) => {
      const corrections = (found.get(text.language) ?? []).map((one) =>
        hideNames(bucket, one, hidden),
      );
      return { ...text, corrections: await Promise.all(corrections) };
    }),
  );
}

/** The people who aren't public, in any of the revisions: a correction may be what took their names out. */
function privateNames({ credits = [] }: LineageEntry["record"]): string[] {
  return credits.filter((credit) => credit.public === false).map(({ name }) => name);
}

/** A correction without what was said, where its texts may name somebody who isn't public. */
async function hideNames(
  bucket: R2Bucket,
  correction: Correction,
  names: readonly string[],
): Promise<Correction> {
  const { before, after } = correction;
  if (names.length === 0 || before === null) return correction;
  const texts = await Promise.all([before, after].map((sha256) => readBlobText(bucket, sha256)));
  // What a correction put in may have been taken out by the next one.
  const isNamed = texts.some((text) => text !== undefined && mayContainName(text, names));
  return isNamed ? { ...correction, before: null } : correction;
}

/**
 * Whether captions may name one of these people: by their whole name, however it is written, or by a part of
 * it, with its capital. It is better to show a correction too few than a person too many.
 */
function mayContainName(webVtt: string, names: readonly string[]): boolean {
  // Speakers' names are in tags, and a name may run over the border of cues.
  const cues = parseWebVtt(webVtt).cues.map(({ text }) => text);
  const said = `${cues.map(plainText).join(" ")} ${cues.join(" ")}`;
  // Machines write some captions without any.
  const hasCapitals = /\p{Lu}/u.test(said);
  const words = new Set(splitNameParts(hasCapitals ? said : said.toLowerCase()));
  const whole = normalizeLetters(said);
  const isSaid = (part: string) =>
    hasCapitals ? words.has(part) || words.has(part.toUpperCase()) : words.has(part.toLowerCase());
  return names.some(
    (name) =>
      whole.includes(normalizeLetters(name)) ||
      splitNameParts(name).some((part) => isNamePart.test(part) && isSaid(part)),
  );
}

const splitNameParts = (text: string) => splitWords(text.normalize("NFC"));

/** Of “Luz de la Cruz” Luz and Cruz, in a script that has no capitals every part; one or two letters are none. */
const isNamePart = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}]{2,}$/u;

/** A text's letters and digits alone, without accents and case. */
const normalizeLetters = (text: string) =>
  normalizeWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
