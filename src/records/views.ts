import type { Correction } from "./corrections.ts";
import type { ListedItem, WordCounts } from "./listed.ts";
import type {
  DocumentRecord,
  EpisodeRecord,
  LibraryItem,
  LibraryRecord,
  SeriesRecord,
  WorkRecord,
} from "./schema/record.ts";

/** What storage reads for one answer, and pages are made from. */

/** A current record as the public may see it, with the digest of its revision. */
export interface Current<Item extends LibraryItem = LibraryItem> {
  readonly record: Item;
  readonly digest: string;
  /** Of a document. */
  readonly wordCounts?: WordCounts | undefined;
}

/** A work's text in one language: a film's cues or a document's Markdown. */
export interface WorkText {
  readonly language: string;
  readonly format: "cues" | "markdown";
  readonly body: string;
  /** Its corrections since readers first saw it, the newest first. */
  readonly corrections?: readonly Correction[];
}

/** A text that search reads: one that pages show, or what a PDF says (src/files/documents/pdf-text.ts). */
export interface SearchedText extends Omit<WorkText, "format"> {
  readonly format: WorkText["format"] | "pdf";
}

/** Which second text to read: that in a language, or the original. */
export type SecondaryText = { readonly language: string } | "original";

/** What a page shows of a work that is related to its own. */
export interface RelatedWork extends Pick<LibraryItem, "kind" | "slug" | "inLanguage" | "name"> {
  readonly digest: string;
  /** When it is public, as ISO 8601 in UTC: it may be scheduled for later. */
  readonly since: string;
  /** Of an episode, in seconds. */
  readonly duration: number | null;
  /** Of a document. */
  readonly wordCounts?: WordCounts | undefined;
}

/** What an answer may show of a work beside the work itself: D1 reads a row or more for each. */
export interface WorkParts {
  /** Its text in the reader's language, or in the best available one. */
  readonly text: WorkText | undefined;
  readonly series: Current<SeriesRecord> | undefined;
  /** The next episode of its series. */
  readonly next: Current<EpisodeRecord> | undefined;
  /** Related works that are public. */
  readonly related: readonly RelatedWork[];
}

export type WorkPart = keyof WorkParts;

/** A work with the parts that an answer shows. */
export type WorkView<Part extends WorkPart = WorkPart> = Pick<WorkParts, Part> & {
  readonly library: Current<LibraryRecord> | undefined;
  /** Undefined if no work has the slug. The caller checks its status. */
  readonly work: Current | undefined;
  /** Its text in a second language, if one was requested and exists. */
  readonly secondary: WorkText | undefined;
  /** Whether the reader has a link that shows this work before it is public. */
  readonly isPreview: boolean;
};

/** What the home page shows, each list with the newest first. */
export interface HomeView {
  readonly library: Current<LibraryRecord> | undefined;
  /** The newest, then those of the newest episodes. */
  readonly series: readonly ListedItem<SeriesRecord>[];
  readonly newest: Current<EpisodeRecord> | undefined;
  /** The next ones, of each series and of all. */
  readonly episodes: readonly ListedItem<EpisodeRecord>[];
  readonly documents: readonly ListedItem<DocumentRecord>[];
}

/** A series with its episodes. */
export interface SeriesView {
  readonly library: Current<LibraryRecord> | undefined;
  /** Undefined if no series has the slug. The caller checks its status. */
  readonly series: Current<SeriesRecord> | undefined;
  /** In the order of the series. */
  readonly episodes: readonly ListedItem<EpisodeRecord>[];
  /** Where the next page starts; undefined on the last page. */
  readonly next: SeriesCursor | undefined;
}

/** What a list of titles shows of an episode. */
export interface OutlinedEpisode
  extends Pick<EpisodeRecord, "slug" | "inLanguage" | "name" | "duration" | "poster"> {
  readonly digest: string;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** A series with the titles of its episodes. */
export interface SeriesOutline {
  readonly library: Current<LibraryRecord> | undefined;
  /** Undefined if no series has the slug. The caller checks its status. */
  readonly series: Current<SeriesRecord> | undefined;
  /** In the order of the series. */
  readonly episodes: readonly OutlinedEpisode[];
  /** Where the next page starts; undefined on the last page. */
  readonly next: SeriesCursor | undefined;
}

/** Where a page of a series starts: after the episode at this position (`positionInSeries`) with this slug. */
export interface SeriesCursor {
  readonly position: number;
  readonly slug: string;
}

/** Where a page of a list starts: after the work with this date and slug. */
export interface Cursor {
  readonly datePublished: string;
  readonly slug: string;
}

/** A page of a list of works. */
export interface ListPage {
  readonly library: Current<LibraryRecord> | undefined;
  readonly series: readonly Current<SeriesRecord>[];
  /** The series that the list is filtered by, if it is public. */
  readonly chosen: Current<SeriesRecord> | undefined;
  readonly items: readonly ListedItem[];
  /** Where the next page starts; undefined on the last page. */
  readonly next: Cursor | undefined;
}

/** A page of the list of series. */
export interface SeriesPage {
  readonly library: Current<LibraryRecord> | undefined;
  readonly items: readonly ListedItem<SeriesRecord>[];
  /** Where the next page starts; undefined on the last page. */
  readonly next: Cursor | undefined;
}

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

/** The place of a change in the order in which catalogues are told of them. */
export interface HarvestCursor {
  /** In whole seconds (src/syndication/oai/datestamp.ts). */
  readonly datestamp: string;
  readonly id: string;
  readonly isDeleted: boolean;
}

/** The last change of a work, for union catalogues. */
export interface HarvestItem extends HarvestCursor {
  /** The slug of its series. */
  readonly series: string | null;
  /** Null if it is deleted, or if records weren't asked for. */
  readonly work: Current<WorkRecord> | null;
}

/** A page of changes, the oldest first. */
export interface HarvestView {
  readonly library: Current<LibraryRecord> | undefined;
  readonly items: readonly HarvestItem[];
  /** The slugs of all public series. */
  readonly sets: ReadonlySet<string>;
  /** Where the next page starts; undefined on the last page. */
  readonly next: HarvestCursor | undefined;
}
