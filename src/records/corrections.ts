import type { AuditAction } from "./schema/publishing-fields.ts";
import type { EpisodeRecord } from "./schema/record.ts";
import { spokenTracks } from "./tracks.ts";

/** A change of what a film's captions say, from one published revision to the next. */
export interface Correction {
  /** When readers could first see it, as ISO 8601 in UTC. */
  readonly at: string;
  /** The captions before, by the SHA-256 of their file; null if they can't be shown any more. */
  readonly before: string | null;
  /** The captions after it. */
  readonly after: string;
}

/** A film's captions in one revision, and what decides who may read them when. */
export type SpokenRevision = Pick<
  EpisodeRecord,
  "status" | "datePublished" | "captions" | "credits"
>;

/** The part of an audit event that shows the order of revisions. */
export interface RevisionEvent {
  readonly at: string;
  readonly action: AuditAction;
  readonly fromRevision: number | null;
  readonly toRevision: number;
}

/** A revision that became current, and when. */
export interface LineageEntry {
  readonly record: SpokenRevision;
  readonly at: string;
}

/** How many corrections are kept for each language; readers don't need more. */
const maxCorrections = 20;

/**
 * A revision and those that it was made from, the newest first. Revisions that were rolled back aren't
 * included, nor any from before the last withdrawal, except the one that was restored then: both were
 * removed from view on purpose.
 * @param number the revision
 * @param revisions all revisions, by number
 * @param events in order of time
 */
export function lineageOf(
  number: number,
  revisions: ReadonlyMap<number, SpokenRevision>,
  events: readonly RevisionEvent[],
): LineageEntry[] {
  const withdrawn = events.findLastIndex(({ action }) => action === "withdraw");
  const lineage: LineageEntry[] = [];
  for (let next: number | null = number; next !== null; ) {
    const record = revisions.get(next);
    const index = events.findIndex(
      ({ action, toRevision }) =>
        toRevision === next && (action === "apply" || action === "withdraw"),
    );
    const createdBy = events[index];
    if (record === undefined || createdBy === undefined || record.status === "withdrawn") break;
    lineage.push({ record, at: createdBy.at });
    // A revision is made from an older one, so this ends.
    const parent: number | null = createdBy.fromRevision;
    next = index < withdrawn || parent === null || parent >= next ? null : parent;
  }
  return lineage;
}

/**
 * The corrections of each language's captions, the newest first: differences between revisions that readers
 * could see, and no others.
 * @param lineage the current revision first
 */
export function correctionsIn(lineage: readonly LineageEntry[]): Map<string, Correction[]> {
  const publishedEntries = lineage.filter(
    ({ record }, index) =>
      record.status === "published" &&
      // Nobody saw a revision that was scheduled and then replaced before its date.
      (index === 0 || dateOf(record) <= (lineage[index - 1]?.at ?? "")),
  );
  const found = new Map<string, Correction[]>();
  if (lineage[0] !== publishedEntries[0]) return found;
  for (const [index, { record, at }] of publishedEntries.entries()) {
    const older = filesOf(publishedEntries[index + 1]?.record);
    for (const [language, after] of filesOf(record)) {
      const before = older.get(language);
      if (before === undefined || before === after) continue;
      const corrections = found.get(language) ?? [];
      const date = dateOf(record);
      corrections.push({ at: [date, at].toSorted()[1] ?? at, before, after });
      found.set(language, corrections.slice(0, maxCorrections));
    }
  }
  return found;
}

/** The captions that transcripts are made from, by language. */
function filesOf(record: SpokenRevision | undefined): Map<string, string> {
  const tracks = record === undefined ? [] : spokenTracks(record);
  return new Map(tracks.map(({ inLanguage, file }) => [inLanguage, file.sha256]));
}

/** When a revision is published, in the same form as an event's time. */
function dateOf({ datePublished }: SpokenRevision): string {
  return datePublished === undefined ? "" : new Date(datePublished).toISOString();
}
