import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { Extension } from "../records/schema/media-types.ts";
import type { AuditAction, Kind, WorkStatus } from "../records/schema/publishing-fields.ts";
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

export interface History {
  readonly slug: string;
  readonly kind: Kind;
  readonly status: WorkStatus;
  /** The number of the current revision. */
  readonly current: number;
  readonly digest: string;
  /** The newest first. */
  readonly revisions: readonly RevisionSummary[];
  /** The newest first. */
  readonly events: readonly HistoryEvent[];
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

/** Whether an event came after the draft that had the slug before was deleted, if there was one. */
export const isSinceDeletion = (slug: string) =>
  sql`${events.id} > coalesce(
    (select max(id) from events gone where gone.slug = ${slug} and gone.action = 'delete'), 0)`;

/** Reads a work's whole history in one round trip; undefined if no work has the slug. */
export async function readHistory(database: Database, slug: string): Promise<History | undefined> {
  const [workRows, revisionRows, eventRows, blobRows] = await database.batch([
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
      })
      .from(revisions)
      .where(eq(revisions.slug, slug))
      .orderBy(desc(revisions.number)),
    database
      .select({
        at: events.at,
        actor: events.actor,
        action: events.action,
        fromRevision: events.fromRevision,
        toRevision: events.toRevision,
      })
      .from(events)
      .where(and(eq(events.slug, slug), isSinceDeletion(slug)))
      .orderBy(desc(events.id)),
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
  return { ...work, revisions: revisionRows, events: eventRows, blobs: blobRows };
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
 * @returns them, and the library's own id; one round trip
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
  const [listed, [row]] = await database.batch([list, database.select().from(identity).limit(1)]);
  if (row === undefined) throw new Error("The table identity has no row: apply the migrations.");
  return { works: listed, libraryId: row.id };
}
