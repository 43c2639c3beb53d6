import type { AuditAction } from "./schema/publishing-fields.ts";
import type { EpisodeRecord } from "./schema/record.ts";
import { spokenTracks } from "./tracks.ts";

/** A change of what a film's captions say, from one published revision to the next. */
export interface Correction {
  /** When readers got it, as ISO 8601 in UTC. */
  readonly at: string;
  /** The captions before, by the SHA-256 of their file; null where they aren't shown any more. */
  readonly before: string | null;
  /** The captions after it. */
  readonly after: string;
}

/** What a revision of a film says of its captions, and of who may read it when. */
export type SpokenRevision = Pick<
  EpisodeRecord,
  "status" | "datePublished" | "captions" | "credits"
>;

/** An entry of the audit trail, as far as it says how revisions follow one another. */
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

/** So many corrections of a language are kept; nobody reads more. */
const most = 20;

/**
 * A revision with those that it was made from, the newest first. What was rolled back isn't among them, nor
 * anything from before the work was last withdrawn, but for the revision that was restored then: both was
 * taken from readers on purpose.
 * @param number the revision
 * @param revisions what each revision says, by its number
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
    const made = events[index];
    if (record === undefined || made === undefined || record.status === "withdrawn") break;
    lineage.push({ record, at: made.at });
    // A revision is made from an older one, so this ends.
    const parent: number | null = made.fromRevision;
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
  const seen = lineage.filter(
    ({ record }, index) =>
      record.status === "published" &&
      // What was scheduled for later and replaced before was seen by nobody.
      (index === 0 || dateOf(record) <= (lineage[index - 1]?.at ?? "")),
  );
  const found = new Map<string, Correction[]>();
  if (lineage[0] !== seen[0]) return found;
  for (const [index, { record, at }] of seen.entries()) {
    const older = filesOf(seen[index + 1]?.record);
    for (const [language, after] of filesOf(record)) {
      const before = older.get(language);
      if (before === undefined || before === after) continue;
      const corrections = found.get(language) ?? [];
      const date = dateOf(record);
      corrections.push({ at: [date, at].toSorted()[1] ?? at, before, after });
      found.set(language, corrections.slice(0, most));
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
