import { sql } from "drizzle-orm";
import { formerSlugsOf } from "../../records/former-slugs.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import type { Database } from "../database.ts";
import { formerSlugs } from "../tables.ts";

/** The slug that the work at an address has today, in any statement: old addresses need no second round trip. */
export const currentSlug = (slug: string) =>
  sql`coalesce((select work from former_slugs where former_slugs.slug = ${slug}), ${slug})`;

/**
 * Reads which of some slugs are former ones, in one round trip.
 * @returns for each former slug the current slug of its work
 */
export async function readFormerSlugs(
  database: Database,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await database
    .select({ slug: formerSlugs.slug, work: formerSlugs.work })
    .from(formerSlugs)
    .where(sql`${formerSlugs.slug} in (select value from json_each(${JSON.stringify(slugs)}))`);
  return new Map(rows.map(({ slug, work }) => [slug, work]));
}

/**
 * A record whose series and related works are named by the slugs that they have today. Indexes are made from it,
 * so that a manifest that names an old slug still finds its series.
 */
export async function withCurrentSlugs<Item extends LibraryItem>(
  database: Database,
  record: Item,
): Promise<Item> {
  const series = "series" in record ? record.series : undefined;
  const related = "related" in record ? record.related : undefined;
  const named = [...(series === undefined ? [] : [series]), ...(related ?? [])];
  const current = await readFormerSlugs(database, named);
  if (current.size === 0) return record;
  const resolve = (slug: string) => current.get(slug) ?? slug;
  return {
    ...record,
    ...(series === undefined ? {} : { series: resolve(series) }),
    ...(related === undefined ? {} : { related: related.map(resolve) }),
  };
}

/**
 * The statements that store a work's former slugs: those in its record and those of its revisions. What a manifest
 * names no longer is removed, unless the work really had that slug. Run these after the statement that writes
 * the work's row. They fail if a slug belongs to another work.
 */
export function formerSlugStatements(database: Database, record: LibraryItem) {
  const { slug } = record;
  const wanted = sql`select value as former from json_each(${JSON.stringify(formerSlugsOf(record))})
    union select record ->> '$.slug' from revisions where revisions.slug = ${slug}`;
  return [
    database
      .delete(formerSlugs)
      .where(
        sql`work = ${slug} and (slug = ${slug} or slug not in (select former from (${wanted})))`,
      ),
    database.insert(formerSlugs).select(
      sql`select former, ${slug} from (${wanted}) where former <> ${slug}
        and former not in (select slug from former_slugs where work = ${slug})`,
    ),
  ] as const;
}

/** The statement that stores the former slugs of an older revision that becomes current, if they are still free. */
export function restoreFormerSlugsStatement(database: Database, record: LibraryItem) {
  const { slug } = record;
  return database
    .insert(formerSlugs)
    .select(
      sql`select value, ${slug} from json_each(${JSON.stringify(formerSlugsOf(record))})
        where value not in (select slug from works)`,
    )
    .onConflictDoNothing();
}
