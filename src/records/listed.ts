import { chooseLanguage } from "../i18n/fallback.ts";
import type { Reader } from "./reader.ts";
import type { EpisodeRecord, LibraryItem, WorkRecord } from "./schema/record.ts";

/** The members of a record that no list shows. They are most of it: a film may have 60 chapters and 50 files. */
export const unlistedMembers = [
  "chapters",
  "attachments",
  "video",
  "audioOnly",
  "audioDescription",
  "credits",
  "pictures",
  "contentWarning",
  "related",
  "license",
  "copyrightHolder",
] as const;

type WithoutUnlisted<Item> = Item extends unknown
  ? Omit<Item, (typeof unlistedMembers)[number]>
  : never;

/** A record with as much as lists show. */
export type ListedRecord<Item extends LibraryItem = WorkRecord> = WithoutUnlisted<Item> & {
  /** Whether an episode has no film but only sound; absent in a whole record, which has `video`. */
  readonly isSound?: boolean;
};

/** Whether an episode has no film but only sound. */
export function isSoundAlone(item: ListedRecord<EpisodeRecord>): boolean {
  return item.isSound ?? ("video" in item && Array.isArray(item.video) && item.video.length === 0);
}

/** A current record, as `Current`, with as much as lists show. */
export interface ListedItem<Item extends LibraryItem = WorkRecord> {
  readonly record: ListedRecord<Item>;
  readonly digest: string;
  /** Of a document. */
  readonly wordCounts?: WordCounts | undefined;
}

/** How many words each of a document's texts has, by BCP 47 tag. A PDF has no count. */
export type WordCounts = Readonly<Record<string, number>>;

/** What is read of a work, in a list or whole. */
interface VersionedItem extends Pick<ListedItem, "digest" | "wordCounts"> {
  readonly record?: object;
}

/**
 * What an ETag is made of for some works: the digests of their revisions, and what may change without a new revision:
 * the counts, which a rebuild of the index may add, and the slugs of the works that a record names, by a rename.
 */
export function versionsOf(items: readonly (VersionedItem | undefined)[]): (string | undefined)[] {
  return items.map((item) => {
    if (item === undefined) return undefined;
    const { series, related }: { series?: unknown; related?: unknown } = item.record ?? {};
    return JSON.stringify([item.digest, item.wordCounts, series, related]);
  });
}

/**
 * How many words one reads in a minute. Our choice, below the 238 that Brysbaert (2019, Journal of Memory and
 * Language 109) found for English nonfiction: many read here in their second language.
 */
const wordsPerMinute = 200;

/**
 * How long it takes to read a document, in whole minutes, in the language that its page shows the reader.
 * @returns undefined if its words weren't counted: it is a PDF, or its index is from before they were
 */
export function readingMinutes(
  wordCounts: WordCounts | undefined,
  original: string,
  reader: Pick<Reader, "language" | "neighbours">,
): number | undefined {
  if (wordCounts === undefined) return undefined;
  const languages = Object.keys(wordCounts);
  const shown = chooseLanguage(languages, reader.language, original, reader.neighbours);
  const words = shown === undefined ? undefined : wordCounts[shown];
  return words === undefined ? undefined : Math.max(1, Math.round(words / wordsPerMinute));
}
