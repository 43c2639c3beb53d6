import type { ListedRecord } from "./listed.ts";
import type { LibraryItem } from "./schema/record.ts";

/**
 * When a work is published, as ISO 8601 in UTC, so that text order is time order; a day alone begins at
 * midnight UTC. Empty if the record has no date, so that such a work sorts before all others.
 */
export function publishedAt(item: ListedRecord<LibraryItem>): string {
  if (!("datePublished" in item) || item.datePublished === undefined) return "";
  return new Date(item.datePublished).toISOString();
}

/** An episode's position in its series as one number: by season, then by episode. */
export function positionInSeries({
  season = 1,
  episode = 0,
}: {
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}): number {
  return season * 1_000_000 + episode;
}

/** A work's status; the library's settings are always published. */
export function statusOf(item: ListedRecord<LibraryItem>): "draft" | "published" | "withdrawn" {
  return item.kind === "Library" ? "published" : item.status;
}

/** What a reader finds at a work's address: itself, its notice of withdrawal, or nothing (yet). */
export type Visibility = "public" | "withdrawn" | "hidden";

/** @param now ISO 8601 in UTC */
export function visibilityOf(item: ListedRecord<LibraryItem>, now: string): Visibility {
  const status = statusOf(item);
  if (status === "withdrawn") return "withdrawn";
  return status === "published" && publishedAt(item) <= now ? "public" : "hidden";
}
