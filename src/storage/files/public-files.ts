import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { blobsOf } from "../../records/blobs.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { publishedAt, statusOf } from "../../records/visibility.ts";
import { type Database, readFirstRow } from "../database.ts";
import { storedFlag } from "../read-json.ts";
import { publicFiles } from "../tables.ts";

/**
 * Which files the public may read. D1 knows; what it said of a public file is remembered in this Worker for less
 * than a minute, so that a film that is played costs one read of D1 and not one for each range. What isn't public
 * is asked again each time: a film plays as soon as it is published.
 */

/** In milliseconds. A change takes hold within a minute (DESIGN 3), which includes the read itself. */
const rememberedFor = 45_000;

/** How many files are remembered: about 300 bytes each, a few per cent of a Worker's 128 MB. */
const maxRemembered = 10_000;

/** Until when a file may be served, in milliseconds, by the file's digest and that of a preview's secret. */
const remembered = new Map<string, number>();

/** Forgets what this Worker remembers. Call it after every change of what is public. */
export function forgetPublicFiles(): void {
  remembered.clear();
}

/**
 * Whether the current revision of a published work names a file or, if the reader has a preview link, that of the
 * link's work.
 * @param preview SHA-256 of the secret in a preview link
 */
export async function isReadableFile(
  database: Database,
  sha256: string,
  preview: string | undefined,
): Promise<boolean> {
  const key = preview === undefined ? sha256 : `${sha256} ${preview}`;
  const askedAt = Date.now();
  if ((remembered.get(key) ?? 0) > askedAt) return true;
  const now = new Date(askedAt).toISOString();
  const { isPublic, previewedUntil } = await readFileState(database, sha256, preview, now);
  const end = isPublic ? Number.POSITIVE_INFINITY : Date.parse(previewedUntil ?? "");
  if (Number.isNaN(end)) return false;
  remember(key, Math.min(askedAt + rememberedFor, end));
  return true;
}

/** Keeps the newest entries: those that were remembered first are dropped first. */
function remember(key: string, until: number): void {
  remembered.delete(key);
  remembered.set(key, until);
  if (remembered.size <= maxRemembered) return;
  const [oldest] = remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
}

/** Reads in one round trip whether a file is public, and until when a preview shows it. */
async function readFileState(
  database: Database,
  sha256: string,
  preview: string | undefined,
  now: string,
) {
  const previewedUntil =
    preview === undefined
      ? sql`null`
      : sql`(select p.expires_at from previews p join works w on w.slug = p.slug
          where p.sha256 = ${preview} and p.expires_at > ${now} and exists (
            select 1 from revision_blobs named where named.slug = w.slug
              and named.number = w.revision and named.sha256 = ${sha256}))`;
  const row = await readFirstRow(
    database,
    sql`select exists (select 1 from public_files
        where sha256 = ${sha256} and published_from <= ${now}) as isPublic,
      ${previewedUntil} as previewedUntil`,
  );
  return fileState.parse(row);
}

const fileState = z.object({
  isPublic: storedFlag,
  previewedUntil: z.string().nullable(),
});

/** The statements that replace a work's rows. They must follow the one that writes the work. */
export function publicFilesStatements(database: Database, record: LibraryItem) {
  const { slug } = record;
  const deletion = database.delete(publicFiles).where(eq(publicFiles.slug, slug));
  const digests = blobsOf(record).map(({ sha256 }) => sha256);
  if (statusOf(record) !== "published" || digests.length === 0) return [deletion];
  const rows = sql`select value, ${slug}, ${publishedAt(record)}
    from json_each(${JSON.stringify(digests)}) where true`;
  return [deletion, database.insert(publicFiles).select(rows)];
}

/** The rows as `works` and `revision_blobs` give them. */
const derivedRows = sql`select named.sha256, works.slug, works.date_published
  from works join revision_blobs named
    on named.slug = works.slug and named.number = works.revision
  where works.status = 'published'`;

/** Makes the whole index again from the works and their files. It writes only what differs. */
export async function rebuildPublicFiles(database: Database): Promise<void> {
  await database.batch([
    database.delete(publicFiles).where(sql`not exists (
      select 1 from works join revision_blobs named
        on named.slug = works.slug and named.number = works.revision
      where works.slug = public_files.slug and named.sha256 = public_files.sha256
        and works.status = 'published')`),
    database
      .insert(publicFiles)
      .select(derivedRows)
      .onConflictDoUpdate({
        target: [publicFiles.sha256, publicFiles.slug],
        set: { publishedFrom: sql`excluded.published_from` },
        setWhere: sql`public_files.published_from <> excluded.published_from`,
      }),
  ]);
  forgetPublicFiles();
}
