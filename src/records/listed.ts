import type { LibraryItem, WorkRecord } from "./schema/record.ts";

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
export type ListedRecord<Item extends LibraryItem = WorkRecord> = WithoutUnlisted<Item>;

/** A current record, as `Current`, with as much as lists show. */
export interface ListedItem<Item extends LibraryItem = WorkRecord> {
  readonly record: ListedRecord<Item>;
  readonly digest: string;
  /** Of a document. */
  readonly wordCounts?: WordCounts | undefined;
}

/** How many words each of a document's texts has, by BCP 47 tag. A PDF has no count. */
export type WordCounts = Readonly<Record<string, number>>;

/**
 * What an ETag is made of for some works: the digests of their revisions, and the counts, which a rebuild of the
 * index may add to the same revision.
 */
export function versionsOf(
  items: readonly (Pick<ListedItem, "digest" | "wordCounts"> | undefined)[],
): (string | undefined)[] {
  return items.map(
    (item) =>
      item && (item.wordCounts ? item.digest + JSON.stringify(item.wordCounts) : item.digest),
  );
}
