import { eq, type SQL, sql } from "drizzle-orm";
import { baseLanguage } from "../../i18n/tag.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { topicOf, topicsOf } from "../../records/topics.ts";
import { languagesOf } from "../../records/tracks.ts";
import { publishedAt, statusOf } from "../../records/visibility.ts";
import type { Database } from "../database.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import { facetIndex } from "../tables.ts";

/** The filters of a list. */
export interface ListFilters {
  readonly kind?: "Episode" | "Document" | undefined;
  /** A series' slug. */
  readonly series?: string | undefined;
  /** A language that a work is available in. Varieties of it count, too. */
  readonly inLanguage?: string | undefined;
  /** A keyword, in any of its languages and any capitalization. */
  readonly topic?: string | undefined;
}

/** What a work is found by: the index has a row for each combination of one value from each list. */
export interface Facets {
  readonly seriesAndKinds: readonly { readonly kind: string; readonly series: string }[];
  readonly languages: readonly string[];
  readonly topics: readonly string[];
}

/**
 * The facets of a work. Each list begins with the empty value, which stands for a filter that isn't set.
 * @returns undefined if no list shows the work
 */
export function facetsOfWork(record: LibraryItem): Facets | undefined {
  if (record.kind === "Library" || record.kind === "Series") return undefined;
  if (statusOf(record) !== "published") return undefined;
  const series = record.kind === "Episode" ? record.series : undefined;
  return {
    seriesAndKinds: [
      { kind: "", series: "" },
      { kind: record.kind, series: "" },
      ...(series === undefined ? [] : [{ kind: "", series }]),
    ],
    languages: ["", ...new Set(languagesOf(record).map(baseLanguage))],
    topics: ["", ...new Set(topicsOf(record).flatMap(({ words }) => words))],
  };
}

/** The statements that replace a work's rows in the index. They must follow those that write the work. */
export function facetIndexStatements(database: Database, record: LibraryItem) {
  const { slug } = record;
  const facets = facetsOfWork(record);
  const deletion = database.delete(facetIndex).where(eq(facetIndex.slug, slug));
  if (facets === undefined) return [deletion];
  const list = (values: readonly unknown[]) => sql`json_each(${JSON.stringify(values)})`;
  const rows = sql`select place.value ->> 'kind', place.value ->> 'series', language.value, topic.value,
      ${publishedAt(record)}, ${slug}
    from ${list(facets.seriesAndKinds)} place, ${list(facets.languages)} language, ${list(facets.topics)} topic
    where language.value <> '' or topic.value <> ''`;
  return [deletion, database.insert(facetIndex).select(rows)];
}

/** Whether the filters need this table, because the indexes of `works` don't cover them. */
export function needsFacetIndex({ inLanguage, topic }: ListFilters): boolean {
  return inLanguage !== undefined || topic !== undefined;
}

/**
 * A subquery with the slugs that fit the filters, the newest first.
 * @param from a condition on `date_published` and `slug`: where the list begins
 */
export function facetIndexQuery(filters: ListFilters, from: SQL, limit: number): SQL {
  const { kind = "", series = "", inLanguage = "", topic = "" } = filters;
  return sql`(select slug, date_published from facet_index
    where kind = ${series === "" ? kind : ""} and series = ${currentSlug(series)}
      and language = ${baseLanguage(inLanguage)} and topic = ${topicOf(topic)} and ${from}
    order by date_published desc, slug desc limit ${limit})`;
}
