import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { ListedItem, ListedRecord } from "../../records/listed.ts";
import { auditAction, timestamp } from "../../records/schema/publishing-fields.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { type Database, readAllRows } from "../database.ts";
import { currentItem, readJson } from "../read-json.ts";
import { listedJson } from "./rows.ts";

/** What the console's list shows of a work of any status. */
export interface StaffListItem {
  readonly record: ListedRecord<LibraryItem>;
  /** The last change; undefined for a work that was imported without its history. */
  readonly changed:
    | { readonly at: string; readonly actor: string; readonly action: z.infer<typeof auditAction> }
    | undefined;
  /** Where the next page begins after this work. */
  readonly cursor: StaffListCursor;
}

/** The id of the last event, 0 without one, and the slug. */
export interface StaffListCursor {
  readonly event: number;
  readonly slug: string;
}

export interface StaffListQuery {
  readonly status?: "draft" | "scheduled" | "published" | "withdrawn" | undefined;
  /** What a work must lack or have in a language, or in any. */
  readonly needs?: "missing" | "machine" | "stale" | undefined;
  readonly language?: string | undefined;
  /** A part of its slug or of its title in any language. */
  readonly find: string;
  /** The languages of the library's pages: in these a text can be missing. */
  readonly offered: readonly string[];
  readonly after?: StaffListCursor | undefined;
  readonly limit: number;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/**
 * Lists works as staff see them, those that changed last first, in one round trip. It looks at every work, which
 * only staff do: two rows each, of works and events.
 */
export async function listForConsole(
  database: Database,
  query: StaffListQuery,
): Promise<StaffListItem[]> {
  const { after, limit } = query;
  const conditions = [
    statusCondition(query),
    needsCondition(query),
    findCondition(query.find),
    after === undefined
      ? undefined
      : sql`(event < ${after.event} or (event = ${after.event} and slug > ${after.slug}))`,
  ].filter((condition) => condition !== undefined);
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  // The page's works are found before anything of their records is read: sorting all records would need memory.
  const rows = await readAllRows(
    database,
    sql`
    with page as (
      select slug, coalesce((select max(id) from events where events.slug = works.slug), 0) as event
      from works ${where} order by event desc, slug limit ${limit}
    )
    select page.slug, page.event, ${listedJson("works")} as item,
      events.at, events.actor, events.action
    from page
    join works on works.slug = page.slug
    left join events on events.id = page.event
    order by page.event desc, page.slug`,
  );
  return rows.map((row) => {
    const { slug, event, item, at, actor, action } = listRow.parse(row);
    const isChanged = at !== null && actor !== null && action !== null;
    return {
      record: readJson(listedItem, item).record,
      changed: isChanged ? { at, actor, action } : undefined,
      cursor: { event, slug },
    };
  });
}

/** Parses what `listedJson` writes. */
const listedItem: z.ZodType<ListedItem<LibraryItem>> = currentItem;

const listRow = z.object({
  slug: z.string(),
  event: z.int(),
  item: z.string(),
  at: timestamp.nullable(),
  actor: z.string().nullable(),
  action: auditAction.nullable(),
});

function statusCondition({ status, now }: StaffListQuery): SQL | undefined {
  if (status === undefined) return undefined;
  if (status === "scheduled") return sql`(status = 'published' and date_published > ${now})`;
  if (status === "published") return sql`(status = 'published' and date_published <= ${now})`;
  return sql`status = ${status}`;
}

/** SQLite's `lower` knows ASCII only: other letters must be typed in the case that the title has. */
function findCondition(text: string): SQL | undefined {
  if (text === "") return undefined;
  return sql`(instr(slug, lower(${text})) > 0
    or instr(lower(public_record ->> '$.name'), lower(${text})) > 0)`;
}

/** Captions of a film that are spoken, or a document's texts. */
const texts = sql`json_each(coalesce(public_record -> '$.captions', public_record -> '$.texts'))`;

function needsCondition({ needs, language, offered }: StaffListQuery): SQL | undefined {
  const isWork = sql`kind in ('Episode', 'Document') and public_record ->> '$.inLanguage' <> 'zxx'`;
  const ofLanguage = (tag: SQL) =>
    sql`(text.value ->> '$.inLanguage' = ${tag} or text.value ->> '$.inLanguage' like ${tag} || '-%')
      and coalesce(text.value ->> '$.kind', '') <> 'descriptions'`;
  const inLanguage = language === undefined ? sql`true` : ofLanguage(sql`${language}`);
  switch (needs) {
    case undefined:
      return language === undefined
        ? undefined
        : sql`exists (select 1 from ${texts} as text where ${inLanguage})`;
    case "machine":
      return sql`exists (select 1 from ${texts} as text
        where text.value ->> '$.origin' = 'machine' and ${inLanguage})`;
    case "stale":
      return sql`exists (select 1 from ${texts} as text
        where text.value ->> '$.stale' = 1 and ${inLanguage})`;
    case "missing": {
      const wanted = JSON.stringify(language === undefined ? offered : [language]);
      return sql`(${isWork} and exists (select 1 from json_each(${wanted}) as wanted
        where not exists (select 1 from ${texts} as text where ${ofLanguage(sql`wanted.value`)})))`;
    }
  }
}
