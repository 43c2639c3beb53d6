import type { Mention } from "../api/contract/problems.ts";
import { parseWebVtt } from "../captions/webvtt/webvtt.ts";
import type { Texts } from "../i18n/fallback.ts";
import type { NameIndex } from "../records/mentions/find-names.ts";
import { findNamesInFields, privateNamesOf } from "../records/mentions/private-credits.ts";
import { type TextBlob, textBlobsOf } from "../records/mentions/text-blobs.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import {
  findNamesInCaptions,
  findNamesInMarkdown,
  findNamesInPages,
  type NameInFile,
} from "../search/names-in-files.ts";
import { readBlobText } from "../storage/blobs.ts";
import type { Database } from "../storage/database.ts";
import { readPrivateCreditsOfSeries } from "../storage/private-credits.ts";
import { readFullRecord } from "../storage/publish.ts";
import { readFormerSlugs } from "../storage/slugs/former-slugs.ts";
import { PublishingError } from "./publishing-error.ts";
import { slugsOf } from "./slugs/identify-work.ts";

/**
 * Rejects a record in which the name of a credit that isn't public is anywhere else: in its fields, its captions,
 * Markdown and PDFs, or the fields of its series. `allowMentions: true` in the credit permits it.
 * @throws PublishingError that lists every place
 */
export async function requireNoMentions(
  database: Database,
  bucket: R2Bucket,
  record: LibraryItem,
): Promise<void> {
  const mentions = [
    ...mentionsInFields(record),
    ...(await mentionsInTexts(bucket, record, { textsLeft: Number.POSITIVE_INFINITY })),
    ...(await mentionsInSeries(database, record)),
  ];
  if (mentions.length > 0) throw mentionsError(mentions);
}

/** How many text files a plan reads: each is a request to R2, of which an invocation has 50 on the free plan. */
const maxTextsInPlan = 30;

/**
 * As `requireNoMentions`, for all records of a plan. Files that aren't stored yet, and those beyond what one request
 * may read, are checked when each work is published.
 * @param changed the slugs of the works that would change
 * @throws PublishingError that lists every place in all records
 */
export async function requireNoMentionsInPlan(
  bucket: R2Bucket,
  records: readonly LibraryItem[],
  changed: ReadonlySet<string>,
): Promise<void> {
  const mentions = records.flatMap(mentionsInFields);
  for (const series of records) {
    if (series.kind !== "Series") continue;
    const credits = records.flatMap((item) =>
      item.kind === "Episode" && slugsOf(series).includes(item.series ?? "")
        ? (item.credits ?? [])
        : [],
    );
    mentions.push(...mentionsOf(series.slug, series, privateNamesOf({ credits }).forbidden));
  }
  const budget = { textsLeft: maxTextsInPlan };
  for (const record of records) {
    if (changed.has(record.slug)) mentions.push(...(await mentionsInTexts(bucket, record, budget)));
  }
  if (mentions.length > 0) throw mentionsError(mentions);
}

/**
 * Rejects a notice of withdrawal that names someone whose credit isn't public.
 * @throws PublishingError
 */
export function requireNoMentionsInNotice(record: LibraryItem, notice: Texts): void {
  const names = privateNamesOf(record).forbidden;
  const mentions = mentionsOf(record.slug, { withdrawalNotice: notice }, names);
  if (mentions.length > 0) throw mentionsError(mentions);
}

const mentionsInFields = (record: LibraryItem): Mention[] =>
  mentionsOf(record.slug, record, privateNamesOf(record).forbidden);

function mentionsOf(slug: string, item: object, names: NameIndex): Mention[] {
  return findNamesInFields(item, names).map(({ name, path }) => {
    return { slug, name, field: formatPath(path) };
  });
}

/** @param budget how many more texts may be read; it is reduced by those that were */
async function mentionsInTexts(
  bucket: R2Bucket,
  record: LibraryItem,
  budget: { textsLeft: number },
): Promise<Mention[]> {
  const names = privateNamesOf(record).forbidden;
  const mentions: Mention[] = [];
  if (names.isEmpty) return mentions;
  // One after the other, because together they might not fit into the Worker's memory.
  for (const blob of textBlobsOf(record)) {
    if (budget.textsLeft <= 0) break;
    budget.textsLeft -= 1;
    const text = await readBlobText(bucket, blob.sha256);
    if (text === undefined) continue;
    for (const { name, line, column } of findInText(blob, text, names)) {
      const field = formatPath(blob.path);
      mentions.push({ slug: record.slug, name, field, sha256: blob.sha256, line, column });
    }
  }
  return mentions;
}

function findInText({ extension }: TextBlob, text: string, names: NameIndex): NameInFile[] {
  if (extension === "txt") return findNamesInPages(text, names);
  return extension === "md"
    ? findNamesInMarkdown(text, names)
    : findNamesInCaptions(text, parseWebVtt(text).cues, names);
}

/** Mentions of an episode's people in its series, or in a series of its episodes' people. */
async function mentionsInSeries(database: Database, record: LibraryItem): Promise<Mention[]> {
  if (record.kind === "Series") {
    const credits = await readPrivateCreditsOfSeries(database, slugsOf(record));
    return mentionsOf(record.slug, record, privateNamesOf({ credits }).forbidden);
  }
  const names = privateNamesOf(record).forbidden;
  if (record.kind !== "Episode" || record.series === undefined || names.isEmpty) return [];
  const former = await readFormerSlugs(database, [record.series]);
  const series = await readFullRecord(database, former.get(record.series) ?? record.series);
  return series === undefined ? [] : mentionsOf(series.record.slug, series.record, names);
}

/** `captions[0].file`, `name.en` */
function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join("");
}

function mentionsError(mentions: readonly Mention[]): PublishingError {
  const places = mentions.map(({ slug, name, field, line, column }) => {
    const position = line === undefined ? "" : `, line ${line}, column ${column}`;
    return `“${name}” in ${slug}: ${field}${position}`;
  });
  return new PublishingError(
    "name-not-public",
    `These names have credits with public: false, but are elsewhere: ${places.join("; ")}. Remove them there, or write allowMentions: true in the credit if they are someone else's.`,
    { mentions },
  );
}
