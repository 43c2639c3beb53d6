import type {
  DocumentRecord,
  EpisodeRecord,
  LibraryRecord,
  SeriesRecord,
} from "./schema/record.ts";
import type { Current, Cursor } from "./views.ts";

/** The members of a record that no feed shows. A feed has fifty records, so that each of them counts. */
export const unfedMembers = ["attachments", "chapters", "related"] as const;

type WithoutUnfed<Item> = Omit<Item, (typeof unfedMembers)[number]>;

/** A record with as much as feeds show. */
export type FeedEpisode = WithoutUnfed<EpisodeRecord>;
export type FeedDocument = WithoutUnfed<DocumentRecord>;

/** A public work as a feed shows it. */
export interface FeedItem {
  readonly digest: string;
  readonly record: FeedEpisode | FeedDocument;
  /** Whether it is a film with chapters, which have an address of their own. */
  readonly hasChapters: boolean;
}

/** A page of a feed, the newest work first. */
export interface FeedView {
  readonly library: Current<LibraryRecord> | undefined;
  /** Of a series' feed. Undefined if no series has the slug. The caller checks its status. */
  readonly series: Current<SeriesRecord> | undefined;
  readonly items: readonly FeedItem[];
  /** Where the next page starts; undefined on the last page. */
  readonly next: Cursor | undefined;
}
