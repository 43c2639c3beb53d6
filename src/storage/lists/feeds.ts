import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { noLanguage } from "../../i18n/tag.ts";
import { type Cursor, type FeedItem, type FeedView, unfedMembers } from "../../records/views.ts";
import { publishedAt } from "../../records/visibility.ts";
import type { Database } from "../database.ts";
import {
  currentLibrary,
  currentSeries,
  currentWork,
  readJson,
  remembered,
  storedFlag,
} from "../read-json.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import { currentJson } from "../works.ts";
import { workRows } from "./lists.ts";
import { libraryRow, readFirst, readRows } from "./rows.ts";

/** Selects the works of a feed: the episodes of a series, or all works in a language. */
export type FeedQuery = ({ readonly series: string } | { readonly inLanguage: string }) & {
  /** The last work of the page before this one. */
  readonly after: Cursor | undefined;
  /** The maximum number of works. */
  readonly limit: number;
  /** ISO 8601 in UTC: works scheduled for later aren't in a feed. */
  readonly now: string;
};

const paths = unfedMembers.map((member) => `'$.${member}'`).join(", ");

const feedJson = sql.raw(`json_object('digest', w.digest,
  'record', json_remove(w.public_record, ${paths}),
  'hasChapters', json_type(w.public_record, '$.chapters[0]') is not null)`);

const feedRow: z.ZodType<FeedItem> = remembered(
  currentWork.and(z.object({ hasChapters: storedFlag })),
);

/** Reads a page of a feed in one statement: at most two rows for each work. */
export async function readFeed(database: Database, query: FeedQuery): Promise<FeedView> {
  const series = "series" in query ? query.series : undefined;
  // An additional row tells whether there is a next page.
  const selection = { ...query, limit: query.limit + 1 };
  const rows = await readRows(database, {
    library: libraryRow,
    series: seriesRow(series),
    items: workRows(selection, feedJson),
    // A film without speech is for readers of every language.
    silent:
      series === undefined
        ? workRows({ ...selection, inLanguage: noLanguage }, feedJson)
        : sql`select null as item where false`,
  });
  const works = newestFirst([...rows.items, ...rows.silent].map((row) => readJson(feedRow, row)));
  const items = works.slice(0, query.limit);
  const last = works.length > items.length ? items.at(-1)?.record : undefined;
  return {
    library: readFirst(currentLibrary, rows.library),
    series: readFirst(currentSeries, rows.series),
    items,
    next: last && { datePublished: publishedAt(last), slug: last.slug },
  };
}

function seriesRow(slug: string | undefined): SQL {
  if (slug === undefined) return sql`select null as item where false`;
  return sql`select ${currentJson("s")} as item from works s
    where s.slug = ${currentSlug(slug)} and s.kind = 'Series'`;
}

/** The order of lists: by date and slug. A film without speech that has captions was found twice. */
function newestFirst(items: readonly FeedItem[]): FeedItem[] {
  // A work that stands twice has the same key.
  const byKey = new Map(
    items.map((item) => [`${publishedAt(item.record)} ${item.record.slug}`, item]),
  );
  return [...byKey].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, item]) => item);
}
