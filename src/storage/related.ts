import { sql } from "drizzle-orm";
import type { LibraryItem } from "../records/schema/record.ts";
import type { Database } from "./database.ts";
import { relations, works } from "./tables.ts";

/** How many a page tells of: more would be a list of its own. */
const maxRelated = 12;

/**
 * The statements that write what pages say of related works, into a work's own row: a page is read in six
 * rows at the most (DESIGN 12). A relation counts from both sides, so a memo that names a film stands on the
 * film's page too. Whatever becomes of a work is written to all that show it in the same batch: a withdrawn
 * one is gone from their pages at once. They follow the work's own statements.
 */
export function relatedStatements(database: Database, record: LibraryItem) {
  const { slug } = record;
  const named = JSON.stringify("related" in record ? [...new Set(record.related)] : []);
  const touched = sql`select ${slug} union select related from relations where slug = ${slug}
    union select slug from relations where related = ${slug}`;
  return [
    database
      .insert(relations)
      .select(sql`select ${slug}, value from json_each(${named}) where true`)
      .onConflictDoNothing(),
    // With the works that were named before: the record alone says whether they still are.
    database
      .update(works)
      .set({ related: sql<string>`(${relatedJson})` })
      .where(sql`slug in (${touched})`),
    database
      .delete(relations)
      .where(sql`slug = ${slug} and related not in (select value from json_each(${named}))`),
  ] as const;
}

/** Those that the record names, in its order; then those that name it, the newest first. */
const relatedJson = sql.raw(`select json_group_array(json(card)) from (
  select json_object('digest', r.digest, 'since', r.date_published, 'kind', r.kind, 'slug', r.slug,
      'inLanguage', r.public_record ->> 'inLanguage', 'name', r.public_record -> 'name',
      'duration', r.public_record ->> 'duration') as card
    from (
      select value as slug, min(key) as place from json_each(works.public_record, '$.related')
      group by value
      union all
      select slug, 1e9 from relations where related = works.slug
        and slug not in (select value from json_each(works.public_record, '$.related'))
    ) found
    cross join works r on r.slug = found.slug
    where r.slug <> works.slug and r.status = 'published' and r.kind <> 'Library'
      and (found.place < 1e9
        or works.slug in (select value from json_each(r.public_record, '$.related')))
    order by found.place, r.date_published desc, r.slug limit ${maxRelated})`);
