import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Extension } from "../records/schema/media-types.ts";
import type { AuditAction, Kind, WorkStatus } from "../records/schema/publishing-fields.ts";
import { type StoredRecord, storedRecord } from "../records/schema/versions.ts";
import type { Database } from "./database.ts";
import { blobs, events, revisionBlobs, revisions, works } from "./tables.ts";

/** What happened to a work once: a line of the audit trail. */
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
  /** Every file that a revision names, each once. */
  readonly blobs: readonly HistoryBlob[];
}

export interface HistoryBlob {
  readonly sha256: string;
  readonly extension: Extension;
  /** In bytes. */
  readonly size: number;
  /** When it was deleted: by a withdrawal, or by the sweep. */
  readonly removedAt: string | null;
}

/** All that ever happened to a work, in one round trip; undefined where no work has the slug. */
export async function readHistory(database: Database, slug: string): Promise<History | undefined> {
  const [found, numbered, happened, named] = await database.batch([
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
      .where(eq(events.slug, slug))
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
  const [work] = found;
  if (work === undefined) return undefined;
  return { ...work, revisions: numbered, events: happened, blobs: named };
}

/** A revision as it was published, with those who aren't public: for staff only. */
export interface Revision extends RevisionSummary {
  /** In the version of its time. */
  readonly record: StoredRecord;
}

/** One revision of a work; undefined where there is none of that number. */
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

/** A work in the list that staff see, whatever its status. */
export interface StaffWork {
  readonly slug: string;
  readonly kind: Kind;
  readonly status: WorkStatus;
  readonly revision: number;
  readonly digest: string;
  /** ISO 8601 in UTC; empty where no date is known. */
  readonly datePublished: string;
}

/** The works after a slug, in the alphabet's order: drafts, withdrawn ones and the library's face too. */
export function listForStaff(
  database: Database,
  after: string,
  limit: number,
): Promise<StaffWork[]> {
  return database
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
}
