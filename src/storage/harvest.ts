import { and, eq, type SQL, sql } from "drizzle-orm";
import type { LibraryItem } from "../records/schema/record.ts";
import { publishedAt, statusOf } from "../records/visibility.ts";
import { datestampFrom, toDatestamp } from "../syndication/oai/datestamp.ts";
import type { Database } from "./database.ts";
import { harvest } from "./tables.ts";

/** A work's identifier, of the revisions that are stored under its slug. */
const idOf = (slug: string | SQL) =>
  sql<string>`(select substr(digest, 1, 16) from revisions where slug = ${slug} order by number limit 1)`;

/**
 * The statements that tell union catalogues of a change of a work. They must follow those that write its revision.
 * @param now ISO 8601 in UTC
 */
export function harvestStatements(database: Database, record: LibraryItem, now: string) {
  if (record.kind === "Library" || record.kind === "Series") return [];
  const { slug } = record;
  const status = statusOf(record);
  const changed = toDatestamp(now);
  const published = publishedAt(record);
  const appears = published === "" ? changed : datestampFrom(published);
  const isPublic = status === "published" && appears <= changed;
  const series = record.kind === "Episode" ? (record.series ?? null) : null;
  const isCurrent = eq(harvest.slug, slug);
  const removeAll = database.delete(harvest).where(isCurrent);
  const removeLive = database.delete(harvest).where(and(isCurrent, eq(harvest.isDeleted, false)));
  const insert = (isDeleted: boolean, datestamp: string) =>
    database
      .insert(harvest)
      .values({ id: idOf(slug), isDeleted, slug, datestamp, series })
      .onConflictDoNothing();
  if (isPublic) return [removeAll, insert(false, changed)];
  return [
    database
      .insert(harvest)
      .select(sql`select id, 1, slug, ${changed}, series from harvest
        where slug = ${slug} and is_deleted = 0 and datestamp <= ${changed}`)
      .onConflictDoUpdate({
        target: [harvest.id, harvest.isDeleted],
        set: { datestamp: changed, series: sql`excluded.series` },
      }),
    removeLive,
    ...(status === "withdrawn" ? [insert(true, changed)] : []),
    ...(status === "published" ? [insert(false, appears)] : []),
  ];
}

/** The statement that tells of a series' new slug: its works are in another set since. */
export function renameSetStatement(database: Database, from: string, to: string, now: string) {
  const datestamp = sql<string>`max(datestamp, ${toDatestamp(now)})`;
  return database.update(harvest).set({ series: to, datestamp }).where(eq(harvest.series, from));
}

/**
 * Adds what is missing and ends what isn't public: after a deployment, what the release before published while the
 * new table was there already. @param now ISO 8601 in UTC
 */
export async function completeHarvest(database: Database, now: string): Promise<void> {
  const changed = toDatestamp(now);
  const published = sql`strftime('%Y-%m-%dT%H:%M:%SZ', w.date_published, '+0.999 seconds')`;
  const isPublished = sql`exists (select 1 from works w
    where w.slug = harvest.slug and w.status = 'published')`;
  await database.batch([
    database
      .insert(harvest)
      .select(sql`select id, 1, slug, ${changed}, series from harvest
        where is_deleted = 0 and datestamp <= ${changed} and not ${isPublished}`)
      .onConflictDoNothing(),
    database.delete(harvest).where(sql`is_deleted = 0 and not ${isPublished}`),
    database
      .insert(harvest)
      .select(sql`select ${idOf(sql`w.slug`)}, w.status = 'withdrawn', w.slug,
          case w.status when 'withdrawn' then ${changed}
            else max(${changed}, coalesce(${published}, '')) end, w.series
        from works w where w.kind in ('Episode', 'Document') and w.status <> 'draft'
          and not exists (select 1 from harvest h
            where h.slug = w.slug and h.is_deleted = (w.status = 'withdrawn'))`)
      .onConflictDoNothing(),
  ]);
}
