import { sql } from "drizzle-orm";
import { maxLanguages, seriesFacet } from "../../search/rows.ts";
import type { Database } from "../database.ts";

/** Every column that holds the slug of a work which the row belongs to. A test compares them with D1's tables. */
const slugColumns = [
  ["revisions", "slug"],
  ["works", "slug"],
  ["events", "slug"],
  ["revision_blobs", "slug"],
  ["texts", "slug"],
  ["previews", "slug"],
  ["facet_index", "slug"],
  ["relations", "slug"],
  ["former_slugs", "work"],
] as const;

/**
 * The statements that give a work another slug: its history, files and previews go with it, and works that name
 * it as their series or as related name the new slug in everything derived from their records. Revisions keep
 * the slug of their time. Run these before the statements that write the renamed work's revision.
 */
export function renameStatements(database: Database, from: string, to: string) {
  const run = (statement: ReturnType<typeof sql>) => database.run(statement);
  return [
    // Rows refer to one another by the slug, so the references are checked when all of them have the new one
    // (https://developers.cloudflare.com/d1/sql-api/foreign-keys/).
    run(sql`pragma defer_foreign_keys = on`),
    ...slugColumns.map(([table, column]) =>
      run(
        sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${to} where ${sql.identifier(column)} = ${from}`,
      ),
    ),
    ...relationStatements(from, to).map(run),
    ...seriesStatements(from, to).map(run),
  ] as const;
}

/** For works that name the renamed one as related. */
function relationStatements(from: string, to: string) {
  const naming = sql`slug in (select slug from relations where related = ${from})`;
  return [
    sql`update works set public_record = json_set(public_record, '$.related', json((
        select json_group_array(case value when ${from} then ${to} else value end)
        from json_each(public_record, '$.related'))))
      where ${naming} and json_type(public_record, '$.related') = 'array'`,
    sql`insert or ignore into relations select slug, ${to} from relations where related = ${from}`,
    sql`delete from relations where related = ${from}`,
  ];
}

/** For the episodes of a renamed series. */
function seriesStatements(from: string, to: string) {
  const rows = sql`select w.rowid * ${sql.raw(String(maxLanguages))} + language.value from works w,
    json_each(${JSON.stringify(Array.from({ length: maxLanguages }, (_, index) => index))}) language
    where w.series = ${to}`;
  return [
    sql`update works set series = ${to}, public_record = json_set(public_record, '$.series', ${to})
      where series = ${from}`,
    // Rows with a series have no kind: this is a range of the primary key.
    sql`update facet_index set series = ${to} where kind = '' and series = ${from}`,
    sql`update search set facets = replace(facets, ${` ${seriesFacet(from)}`}, ${` ${seriesFacet(to)}`}),
        item = json_set(item, '$.series', ${to})
      where rowid in (${rows}) and item ->> '$.series' = ${from}`,
  ];
}
