import { and, asc, desc, eq, gt, not, sql } from "drizzle-orm";
import type { Extension } from "../records/schema/media-types.ts";
import {
  type AuditAction,
  type Kind,
  type WorkStatus,
  workStatus,
} from "../records/schema/publishing-fields.ts";
import { type StoredRecord, storedRecord } from "../records/schema/versions.ts";
import type { Database } from "./database.ts";
import { blobs, events, identity, revisionBlobs, revisions, works } from "./tables.ts";

/** One change of a work: a line of the audit trail. */
export interface HistoryEvent {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
  readonly action: AuditAction;
  readonly fromRevision: number | null;
  readonly toRevision: number;
}

export interface RevisionSummary {
  readonly number: number;
  readonly digest: string;
  readonly createdAt: string;
}

/** A revision, and who could read it while it was current. */
export interface HistoryRevision extends RevisionSummary {
  readonly status: WorkStatus;
  /** ISO 8601 in UTC; empty if the record has no date. */
  readonly datePublished: string;
}

export interface History {
  readonly slug: string;
  readonly kind: Kind;
  readonly status: WorkStatus;
  /** The number of the current revision. */
  readonly current: number;
  readonly digest: string;
  /** The newest first. */
  readonly revisions: readonly HistoryRevision[];
  /** The newest first. */
  readonly events: readonly HistoryEvent[];
  /** The events of a deleted draft that had the slug before, the newest first. */
  readonly earlier: readonly HistoryEvent[];
  /** Every file that any revision names, each once. */
  readonly blobs: readonly HistoryBlob[];
}

export interface HistoryBlob {
  readonly sha256: string;
  readonly extension: Extension;
  /** In bytes. */
  readonly size: number;
  /** When it was deleted by a withdrawal or the sweep; null while it is stored. */
  readonly removedAt: string | null;
}

/** The id of the event that deleted the draft which had the slug before; 0 if there was none. */
const lastDeletion = (slug: string) =>
  sql`coalesce((select max(id) from events gone where gone.slug = ${slug} and gone.action = 'delete'), 0)`;

/** Whether an event belongs to the work that has the slug now, and not to a deleted draft. */
export const isSinceDeletion = (slug: string) => sql`${events.id} > ${lastDeletion(slug)}`;

const eventColumns = {
  at: events.at,
  actor: events.actor,
  action: events.action,
  fromRevision: events.fromRevision,
  toRevision: events.toRevision,
};

/** Reads the events of a deleted draft that had the slug, the newest first. Only they are left of it. */
export function readDeletedEvents(database: Database, slug: string): Promise<HistoryEvent[]> {
  return deletedEventsQuery(database, slug).all();
}

const deletedEventsQuery = (database: Database, slug: string) =>
  database
    .select(eventColumns)
    .from(events)
    .where(and(eq(events.slug, slug), not(isSinceDeletion(slug))))
    .orderBy(desc(events.id));

/** Reads a work's whole history in one round trip; undefined if no work has the slug. */
export async function readHistory(database: Database, slug: string): Promise<History | undefined> {
  const [workRows, revisionRows, eventRows, earlier, blobRows] = await database.batch([
    database
      .select({
        slug: works.slug,
        kind: works.kind,
        status: works.status,
        current: works.revision,
        digest: works.digest,
      })
      .from(works)
      .where(eq(works.slug, slug)),
    database
      .select({
        number: revisions.number,
        digest: revisions.digest,
        createdAt: revisions.createdAt,
        // Only the library's settings have no status: they are always public.
        status: sql<string>`coalesce(record ->> '$.status', 'published')`,
        datePublished: sql<string | null>`record ->> '$.datePublished'`,
      })
      .from(revisions)
      .where(eq(revisions.slug, slug))
      .orderBy(desc(revisions.number)),
    database
      .select(eventColumns)
      .from(events)
      .where(and(eq(events.slug, slug), isSinceDeletion(slug)))
      .orderBy(desc(events.id)),
    deletedEventsQuery(database, slug),
    database
      .selectDistinct({
        sha256: blobs.sha256,
        extension: blobs.extension,
        size: blobs.size,
        removedAt: blobs.removedAt,
      })
      .from(revisionBlobs)
      .innerJoin(blobs, eq(blobs.sha256, revisionBlobs.sha256))
      .where(eq(revisionBlobs.slug, slug))
      .orderBy(asc(blobs.sha256)),
  ]);
  const [work] = workRows;
  if (work === undefined) return undefined;
  const states = revisionRows.map(({ status, datePublished, ...row }) => ({
    ...row,
    status: workStatus.parse(status),
    datePublished: datePublished === null ? "" : new Date(datePublished).toISOString(),
  }));
  return { ...work, revisions: states, events: eventRows, earlier, blobs: blobRows };
}

/** A revision as it was published, with the people who aren't public: for staff only. */
export interface Revision extends RevisionSummary {
  /** In the version of its time. */
  readonly record: StoredRecord;
}

/** Reads one revision of a work; undefined if it has no revision with this number. */
export async function readRevision(
  database: Database,
  slug: string,
  number: number,
): Promise<Revision | undefined> {
  const row = await database
    .select()
    .from(revisions)
    .where(and(eq(revisions.slug, slug), eq(revisions.number, number)))
    .get();
  if (row === undefined) return undefined;
  const { digest, createdAt, record } = row;
  return { number, digest, createdAt, record: storedRecord.parse(JSON.parse(record)) };
}

/** A work in the list for staff, which has works of every status. */
export interface StaffWork {
  readonly slug: string;
  readonly kind: Kind;
  readonly status: WorkStatus;
  readonly revision: number;
  readonly digest: string;
  /** ISO 8601 in UTC; empty if no date is known. */
  readonly datePublished: string;
}

/**
 * Lists the works after a slug in alphabetical order, with drafts, withdrawn works and the library's settings.
 * @returns them, and the library's own id, which is made if there is none; one round trip
 */
export async function listForStaff(
  database: Database,
  after: string,
  limit: number,
): Promise<{ readonly works: readonly StaffWork[]; readonly libraryId: string }> {
  const list = database
    .select({
      slug: works.slug,
      kind: works.kind,
      status: works.status,
      revision: works.revision,
      digest: works.digest,
      datePublished: works.datePublished,
    })
    .from(works)
    .where(gt(works.slug, after))
    .orderBy(asc(works.slug))
    .limit(limit);
  const makeId = database.run(
    sql`insert into ${identity} (id) select lower(hex(randomblob(16)))
      where not exists (select 1 from ${identity})`,
  );
  const [, listed, [row]] = await database.batch([
    makeId,
    list,
    database.select().from(identity).limit(1),
  ]);
  if (row === undefined) throw new Error("The library has no id, though one was just made.");
  return { works: listed, libraryId: row.id };
}
