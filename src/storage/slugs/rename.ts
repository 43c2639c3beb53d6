import { and, eq, sql } from "drizzle-orm";
import { seriesMark, slugFacet } from "../../search/facets.ts";
import { maxLanguages } from "../../search/rows.ts";
import type { Database } from "../database.ts";
import { renameSetStatement } from "../harvest.ts";
import { searchTable } from "../search/search-index.ts";
import {
  drafts,
  events,
  facetIndex,
  formerSlugs,
  harvest,
  pdfTexts,
  previews,
  publicFiles,
  relations,
  reportCounts,
  reports,
  revisionBlobs,
  revisions,
  texts,
  withdrawnFiles,
  works,
} from "../tables.ts";

/** Every table whose rows belong to a work by its slug. A test looks for an old slug in all tables of D1. */
const tablesBySlug = [
  revisions,
  works,
  revisionBlobs,
  texts,
  pdfTexts,
  previews,
  drafts,
  reports,
  reportCounts,
  facetIndex,
  relations,
  publicFiles,
  withdrawnFiles,
  harvest,
] as const;

interface Renaming {
  readonly from: string;
  readonly to: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/**
 * The statements that give a work another slug: its history, files and previews go with it, and works that name
 * it as their series or as related name the new slug in everything derived from their records. Revisions keep
 * the slug of their time. Run these before the statements that make the renamed work's revision current.
 */
export function renameStatements(database: Database, { from, to, now }: Renaming) {
  // The trail of a draft that had the new slug and was deleted ends before the one of this work.
  const afterDeletedDraft = sql`case when exists (select 1 from events where slug = ${to})
    then (select max(id) from events) else 0 end`;
  return [
    // Rows refer to one another by the slug, so the references are checked when all of them have the new one
    // (https://developers.cloudflare.com/d1/sql-api/foreign-keys/).
    database.run(sql`pragma defer_foreign_keys = on`),
    ...tablesBySlug.map((table) =>
      database.update(table).set({ slug: to }).where(eq(table.slug, from)),
    ),
    database
      .update(events)
      .set({ slug: to, id: sql<number>`id + ${afterDeletedDraft}` })
      .where(eq(events.slug, from)),
    database.update(formerSlugs).set({ work: to }).where(eq(formerSlugs.work, from)),
    ...relationStatements(database, from, to),
    ...seriesStatements(database, from, to),
    renameSetStatement(database, from, to, now),
  ] as const;
}

/** For works that name the renamed one as related. */
function relationStatements(database: Database, from: string, to: string) {
  const renamed = sql<string>`json_set(public_record, '$.related', json((
    select json_group_array(case value when ${from} then ${to} else value end)
    from json_each(public_record, '$.related'))))`;
  return [
    database
      .update(works)
      .set({ publicRecord: renamed })
      .where(
        sql`slug in (select slug from relations where related = ${from})
          and json_type(public_record, '$.related') = 'array'`,
      ),
    database
      .insert(relations)
      .select(sql`select slug, ${to} from relations where related = ${from}`)
      .onConflictDoNothing(),
    database.delete(relations).where(eq(relations.related, from)),
  ];
}

/** For the episodes of a renamed series. */
function seriesStatements(database: Database, from: string, to: string) {
  const languages = JSON.stringify(Array.from({ length: maxLanguages }, (_, index) => index));
  const rows = sql`select w.rowid * ${sql.raw(String(maxLanguages))} + language.value
    from works w, json_each(${languages}) language where w.series = ${to}`;
  const [facet, renamed] = [` ${slugFacet(seriesMark, from)}`, ` ${slugFacet(seriesMark, to)}`];
  return [
    database
      .update(works)
      .set({
        series: to,
        publicRecord: sql<string>`json_set(public_record, '$.series', ${to})`,
      })
      .where(eq(works.series, from)),
    database
      .update(facetIndex)
      .set({ series: to })
      // Rows with a series have no kind: this is a range of the primary key.
      .where(and(eq(facetIndex.kind, ""), eq(facetIndex.series, from))),
    database
      .update(searchTable)
      .set({
        facets: sql<string>`replace(facets, ${facet}, ${renamed})`,
        item: sql`json_set(item, '$.series', ${to})`,
      })
      .where(sql`rowid in (${rows}) and item ->> '$.series' = ${from}`),
  ];
}
