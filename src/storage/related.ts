import { sql } from "drizzle-orm";
import { interfaceLanguages } from "../i18n/interface-languages.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import type { Database } from "./database.ts";
import { relations, works } from "./tables.ts";

/** How many related works a page lists: more would need a list with pages. */
const maxRelated = 12;

/**
 * The statements that store a work's related works in its own row, so that its page reads at most six rows
 * (DESIGN 12). A relation counts in both directions: a memo that names a film is listed on the film's page, too.
 * Each change of a work also updates the works that list it, in the same batch, so that a withdrawn work
 * disappears from their pages at once. Run these after the statement that writes the work's row.
 */
export function relatedStatements(database: Database, record: LibraryItem) {
  const { slug } = record;
  const named = JSON.stringify("related" in record ? [...new Set(record.related)] : []);
  return [
    database
      .insert(relations)
      .select(sql`select ${slug}, value from json_each(${named}) where true`)
      .onConflictDoNothing(),
    // Includes the works that the former record named. Their relations are deleted only afterwards.
    updateRelatedStatement(database, slug),
    database
      .delete(relations)
      .where(sql`slug = ${slug} and related not in (select value from json_each(${named}))`),
  ] as const;
}

/** The statement that updates what a work and those related to it list. */
export function updateRelatedStatement(database: Database, slug: string) {
  const affected = sql`select ${slug} union select related from relations where slug = ${slug}
    union select slug from relations where related = ${slug}`;
  return database
    .update(works)
    .set({ related: sql<string>`(${relatedJson})` })
    .where(sql`slug in (${affected})`);
}

/** The most bytes that a related work's name has in another work's row: twelve whole ones might not fit into it. */
const maxNameSize = 20_000;

/** A related work's name; if it is too large, only in the work's own language and those of the interface. */
const nameJson = `case when length(cast(r.public_record -> 'name' as blob)) <= ${maxNameSize}
  then r.public_record -> 'name'
  else (select json_group_object(key, value) from json_each(r.public_record, '$.name')
    where key in (r.public_record ->> 'inLanguage', ${interfaceLanguages.map((tag) => `'${tag}'`).join(", ")})) end`;

/** The works that the record names, in its order; then the works that name it, the newest first. */
const relatedJson = sql.raw(`select json_group_array(json(card)) from (
  select json_object('digest', r.digest, 'since', r.date_published, 'kind', r.kind, 'slug', r.slug,
      'inLanguage', r.public_record ->> 'inLanguage', 'name', ${nameJson},
      'duration', r.public_record ->> 'duration',
      'wordCounts', r.public_record -> 'wordCounts') as card
    from (
      select value as slug, min(key) as position from json_each(works.public_record, '$.related')
      group by value
      union all
      select slug, 1e9 from relations where related = works.slug
        and slug not in (select value from json_each(works.public_record, '$.related'))
    ) candidate
    cross join works r on r.slug = candidate.slug
    where r.slug <> works.slug and r.status = 'published' and r.kind <> 'Library'
      and (candidate.position < 1e9
        or works.slug in (select value from json_each(r.public_record, '$.related')))
    order by candidate.position, r.date_published desc, r.slug limit ${maxRelated})`);
