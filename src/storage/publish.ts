import { and, eq, sql } from "drizzle-orm";
import { blobsOf } from "../library/blobs.ts";
import { canonicalJson } from "../library/digest.ts";
import { publicRecord } from "../library/public.ts";
import { placeOf, publishedAt, statusOf } from "../library/published.ts";
import type { Blob, LibraryItem } from "../library/record.ts";
import type { Database } from "./database.ts";
import { events, revisionBlobs, revisions, texts, works } from "./tables.ts";
import type { WorkText } from "./works.ts";

/** The current revision of a work, as publishing sees it. */
export interface CurrentRevision {
  readonly slug: string;
  readonly number: number;
  readonly digest: string;
  readonly kind: LibraryItem["kind"];
  readonly status: "draft" | "published" | "withdrawn";
}

/** The current revisions of those of the slugs that are in use, in one round trip. */
export function readCurrentRevisions(
  database: Database,
  slugs: readonly string[],
): Promise<CurrentRevision[]> {
  return database
    .select({
      slug: works.slug,
      number: works.revision,
      digest: works.digest,
      kind: works.kind,
      status: works.status,
    })
    .from(works)
    .where(sql`${works.slug} in (select value from json_each(${JSON.stringify(slugs)}))`);
}

/** A work's whole current record, with the people who aren't public: for staff only. */
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
  return row === undefined ? undefined : { record: JSON.parse(row.record), digest: row.digest };
}

/** Somebody else changed the work since it was read: nothing was written. */
export class RevisionMoved extends Error {}

export interface NewRevision {
  readonly record: LibraryItem;
  readonly digest: string;
  readonly texts: readonly WorkText[];
  /** The digest of the revision that this one was planned against; undefined for a new work. */
  readonly replaces: string | undefined;
  readonly actor: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/**
 * Writes a revision, the current pointer, its indexes and the audit event in one batch, or nothing.
 * @returns the new revision's number
 * @throws RevisionMoved where the work's current revision isn't the one it replaces
 */
export async function writeRevision(database: Database, change: NewRevision): Promise<number> {
  const { record, digest, replaces, actor, now } = change;
  const { slug } = record;
  const newest = sql<number>`(select max(number) from revisions where slug = ${slug})`;
  // The compare-and-set: without a number the NOT NULL constraint fails, and the whole batch with it.
  const number = sql<number>`case
    when (select digest from works where slug = ${slug}) is ${replaces ?? null}
    then coalesce(${newest}, 0) + 1 end`;
  const previous = sql<number | null>`(select revision from works where slug = ${slug})`;
  const current = { revision: newest, digest, ...indexesOf(record) };
  const [written] = await database
    .batch([
      database
        .insert(revisions)
        .values({ slug, number, digest, record: canonicalJson(record), createdAt: now })
        .returning({ number: revisions.number }),
      database.insert(events).values({
        at: now,
        actor,
        action: "apply",
        slug,
        fromRevision: previous,
        toRevision: newest,
      }),
      // A blob that was removed since it was looked for is NULL here, and the whole batch fails.
      ...blobsOf(record).map((blob) =>
        database.insert(revisionBlobs).values({ slug, number: newest, sha256: stored(blob) }),
      ),
      database
        .insert(works)
        .values({ slug, ...current })
        .onConflictDoUpdate({ target: works.slug, set: current }),
      database.delete(texts).where(eq(texts.slug, slug)),
      ...change.texts.map((text) => database.insert(texts).values({ slug, ...text })),
    ])
    .catch((error: unknown) => {
      if (messagesOf(error).includes("NOT NULL constraint failed: revisions.number")) {
        throw new RevisionMoved(slug);
      }
      throw error;
    });
  return written[0]?.number ?? 0;
}

const stored = (blob: Blob) =>
  sql<string>`(select sha256 from blobs where sha256 = ${blob.sha256} and removed_at is null)`;

/** The columns of `works` that are made from a record. */
export function indexesOf(record: LibraryItem) {
  return {
    kind: record.kind,
    status: statusOf(record),
    datePublished: publishedAt(record),
    series: record.kind === "Episode" ? (record.series ?? null) : null,
    place: record.kind === "Episode" ? placeOf(record) : 0,
    publicRecord: canonicalJson(publicRecord(record)),
  };
}

/** An error's message with those of its causes: drizzle wraps what D1 says. */
function messagesOf(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${messagesOf(error.cause)}` : "";
}
