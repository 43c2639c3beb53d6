import { and, eq, type SQL, sql } from "drizzle-orm";
import { blobsOf } from "../records/blobs.ts";
import { formerSlugsOf } from "../records/former-slugs.ts";
import type { AuditAction, Kind, WorkStatus } from "../records/schema/publishing-fields.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { formatStoredRecord, parseStoredRecord } from "../records/schema/versions.ts";
import type { SearchedText } from "../records/views.ts";
import { deleteDraftsStatement } from "./console/drafts.ts";
import { deleteReportsStatements } from "./console/reports.ts";
import { invalidDigest, invalidNumber, translateError } from "./constraints.ts";
import type { Database } from "./database.ts";
import { forgetPublicFiles } from "./files/public-files.ts";
import { acceptFilesStatement, refuseFilesStatements } from "./files/withdrawn-files.ts";
import { currentRevisionStatements } from "./indexes.ts";
import {
  formerSlugStatements,
  restoreFormerSlugsStatement,
  withCurrentSlugs,
} from "./slugs/former-slugs.ts";
import { renameStatements } from "./slugs/rename.ts";
import { events, revisionBlobs, revisions, works } from "./tables.ts";

/** The current revision of a work, without its record. */
export interface CurrentRevision {
  readonly slug: string;
  readonly number: number;
  readonly digest: string;
  readonly kind: Kind;
  readonly status: WorkStatus;
}

const currentColumns = {
  slug: works.slug,
  number: works.revision,
  digest: works.digest,
  kind: works.kind,
  status: works.status,
};

/** Reads the current revisions of the slugs that are in use, in one round trip. */
export function readCurrentRevisions(
  database: Database,
  slugs: readonly string[],
): Promise<CurrentRevision[]> {
  return database
    .select(currentColumns)
    .from(works)
    .where(sql`${works.slug} in (select value from json_each(${JSON.stringify(slugs)}))`);
}

/** The current revision of a work, to compare with one that may replace it. */
export interface ChangedRevision extends CurrentRevision {
  /** Undefined if the digests are the same, as there is nothing to compare. */
  readonly record: LibraryItem | undefined;
}

/** Reads the current revisions of the works that are in the library, in one round trip. */
export async function readChangedRevisions(
  database: Database,
  candidates: readonly { readonly slug: string; readonly digest: string }[],
): Promise<ChangedRevision[]> {
  const digests = Object.fromEntries(candidates.map(({ slug, digest }) => [slug, digest]));
  const rows = await database
    .select({ ...currentColumns, record: revisions.record })
    .from(sql`json_each(${JSON.stringify(digests)}) as candidate`)
    .innerJoin(works, sql`${works.slug} = candidate.key`)
    .leftJoin(
      revisions,
      and(
        eq(revisions.slug, works.slug),
        eq(revisions.number, works.revision),
        sql`${works.digest} <> candidate.value`,
      ),
    );
  return rows.map(({ record, ...row }) => {
    return { ...row, record: record === null ? undefined : parseStoredRecord(record) };
  });
}

/** Reads a work's whole current record, with the people who aren't public: for staff only. */
export async function readFullRecord(
  database: Database,
  slug: string,
): Promise<{ record: LibraryItem; digest: string } | undefined> {
  const row = await database
    .select({ record: revisions.record, digest: revisions.digest })
    .from(works)
    .innerJoin(revisions, and(eq(revisions.slug, works.slug), eq(revisions.number, works.revision)))
    .where(eq(works.slug, slug))
    .get();
  return row === undefined
    ? undefined
    : { record: parseStoredRecord(row.record), digest: row.digest };
}

export interface NewRevision {
  readonly record: LibraryItem;
  readonly digest: string;
  readonly texts: readonly SearchedText[];
  /** The digest of the revision that this one was planned against; undefined for a new work. */
  readonly replaces: string | undefined;
  /** The slug that the work has until now, if this revision renames it. */
  readonly renamedFrom?: string | undefined;
  readonly actor: string;
  readonly action?: AuditAction;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/**
 * Writes a revision, the current pointer, its indexes and the audit event in one batch, or nothing.
 * @returns the new revision's number
 * @throws RevisionConflict if the work's current revision isn't the one it replaces; BlobRemoved
 */
export async function writeRevision(database: Database, change: NewRevision): Promise<number> {
  const { record, digest, replaces, renamedFrom, actor, now } = change;
  const { slug } = record;
  const indexed = await withCurrentSlugs(database, record);
  // The revision is written under the slug of before, and gets the new one with all others.
  const slugBefore = renamedFrom ?? slug;
  // Numbers go on after those of a deleted draft, because the audit trail still names them.
  const last = sql<number>`max(coalesce((select max(number) from revisions where slug = ${slugBefore}), 0),
    coalesce((select max(to_revision) from events where slug = ${slugBefore}), 0))`;
  const newest = sql<number>`(select max(number) from revisions where slug = ${slug})`;
  const previous = sql<number | null>`(select revision from works where slug = ${slug})`;
  const [written] = await database
    .batch([
      database
        .insert(revisions)
        .values({
          slug: slugBefore,
          number: sql<number>`case when ${isUnchanged(record, slugBefore, replaces)}
            then ${last} + 1 else ${invalidNumber} end`,
          digest,
          record: formatStoredRecord(record),
          createdAt: now,
        })
        .returning({ number: revisions.number }),
      ...(renamedFrom === undefined
        ? []
        : renameStatements(database, { from: renamedFrom, to: slug, now })),
      database.insert(events).values({
        at: now,
        actor,
        action: change.action ?? "apply",
        slug,
        fromRevision: previous,
        toRevision: newest,
      }),
      revisionBlobsStatement(database, change, newest),
      ...currentRevisionStatements(database, {
        record: indexed,
        digest,
        number: newest,
        texts: change.texts,
        now,
      }),
      ...formerSlugStatements(database, record),
      // In the same batch, so that the files are never available after the notice appears.
      ...(change.action === "withdraw" ? withdrawalStatements(database, slug, now) : []),
    ])
    .catch((error: unknown) => {
      throw translateError(error, slug);
    });
  forgetPublicFiles();
  return written[0]?.number ?? 0;
}

/**
 * Writes the indexes of a withdrawn work again and refuses its files again, without a new revision: for what came
 * back since, also by a change of the database.
 */
export async function writeWithdrawnAgain(
  database: Database,
  {
    record,
    digest,
    number,
    now,
  }: Pick<NewRevision, "record" | "digest" | "now"> & { readonly number: number },
): Promise<void> {
  const indexed = await withCurrentSlugs(database, record);
  const current = { record: indexed, digest, number, texts: [], now };
  const statements = currentRevisionStatements(database, current);
  await database.batch([...statements, ...withdrawalStatements(database, record.slug, now)]);
  forgetPublicFiles();
}

/** The statements that refuse a work's files and delete its drafts and reports, which may contain the same words. */
function withdrawalStatements(database: Database, slug: string, now: string) {
  return [
    ...refuseFilesStatements(database, slug, now),
    deleteDraftsStatement(database, slug),
    ...deleteReportsStatements(database, slug),
  ] as const;
}

/**
 * The condition of the compare-and-set (constraints.ts): the work is as it was read, and its slugs are nobody
 * else's.
 */
function isUnchanged(record: LibraryItem, slugBefore: string, replaces: string | undefined): SQL {
  const slugs = JSON.stringify([record.slug, ...formerSlugsOf(record)]);
  return sql`(select digest from works where slug = ${slugBefore}) is ${replaces ?? null}
    and not exists (select 1 from works where slug <> ${slugBefore}
      and slug in (select value from json_each(${slugs})))
    and not exists (select 1 from former_slugs where work <> ${slugBefore}
      and slug in (select value from json_each(${slugs})))`;
}

export interface RevisionChange {
  readonly record: LibraryItem;
  readonly digest: string;
  readonly number: number;
  readonly texts: readonly SearchedText[];
  /** The digest of the revision that is current until now. */
  readonly replaces: string;
  readonly action: "rollback" | "restore";
  readonly actor: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/**
 * Makes an older revision current again, with its indexes and the audit event, in one batch or not at all.
 * @throws RevisionConflict if the work's current revision isn't the one it replaces, or a file of the
 *   older one was removed meanwhile
 */
export async function setCurrentRevision(database: Database, move: RevisionChange): Promise<void> {
  const { record, digest, number, replaces, action, actor, now } = move;
  const { slug } = record;
  const indexed = await withCurrentSlugs(database, record);
  // The compare-and-set (constraints.ts).
  const digestIfUnchanged = sql<string>`case
    when (select digest from works where slug = ${slug}) = ${replaces}
    and not exists (select 1 from revision_blobs named join blobs using (sha256)
      where named.slug = ${slug} and named.number = ${number} and removed_at is not null)
    and not exists (select 1 from revision_blobs named join withdrawn_files refused using (sha256)
      where named.slug = ${slug} and named.number = ${number} and refused.slug <> ${slug})
    then ${digest} else ${invalidDigest} end`;
  const fromRevision = sql<number>`(select revision from works where slug = ${slug})`;
  await database
    .batch([
      database
        .insert(events)
        .values({ at: now, actor, action, slug, fromRevision, toRevision: number }),
      ...currentRevisionStatements(database, {
        record: indexed,
        digest: digestIfUnchanged,
        number,
        texts: move.texts,
        now,
      }),
      restoreFormerSlugsStatement(database, record),
      ...(action === "restore" ? [acceptFilesStatement(database, slug)] : []),
    ])
    .catch((error: unknown) => {
      throw translateError(error, slug);
    });
  forgetPublicFiles();
}

/** Inserts all of a revision's files in one statement, as D1 limits the number of statements. */
function revisionBlobsStatement(database: Database, { record, action }: NewRevision, number: SQL) {
  const digests = JSON.stringify(blobsOf(record).map((blob) => blob.sha256));
  // A withdrawn record names files that were removed.
  const isStored =
    action === "withdraw"
      ? sql``
      : sql`and removed_at is null and sha256 not in (select sha256 from withdrawn_files)`;
  const stored = sql`coalesce((select sha256 from blobs where sha256 = named.value ${isStored}), ${invalidDigest})`;
  return database
    .insert(revisionBlobs)
    .select(sql`select ${record.slug}, ${number}, ${stored} from json_each(${digests}) as named`);
}
