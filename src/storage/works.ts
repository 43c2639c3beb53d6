import { type SQL, sql } from "drizzle-orm";
import { librarySlug } from "../library/fields.ts";
import type { EpisodeRecord, LibraryItem, LibraryRecord, SeriesRecord } from "../library/record.ts";
import type { Database } from "./database.ts";

/** A current record as the public may see it, with the digest of its revision. */
export interface Current<Item extends LibraryItem = LibraryItem> {
  readonly record: Item;
  readonly digest: string;
}

/** What is said or written in a work in one language. */
export interface WorkText {
  readonly language: string;
  readonly format: "cues" | "markdown";
  readonly body: string;
}

/** Everything that a work's page, embed or transcript is made from. */
export interface WorkView {
  readonly library: Current<LibraryRecord> | undefined;
  /** Undefined where no work has the slug. Its status is the caller's to look at. */
  readonly work: Current | undefined;
  /** Its texts in the languages asked for and in the original. */
  readonly texts: readonly WorkText[];
  readonly series: Current<SeriesRecord> | undefined;
  readonly next: Current<EpisodeRecord> | undefined;
}

/** A row of `works` as JSON: several of them fit into one statement, so into one round trip. */
export const currentJson = (table: string) =>
  sql.raw(`json_object('digest', ${table}.digest, 'record', json(${table}.public_record))`);

/** The library's own face, as a column of whatever a page reads. */
export const libraryJson = sql`(select ${currentJson("face")} from works face where face.slug = ${librarySlug})`;

/** Reads what `currentJson` wrote. */
export function parseCurrent<Item extends LibraryItem>(
  json: string | null | undefined,
): Current<Item> | undefined {
  return json === null || json === undefined ? undefined : JSON.parse(json);
}

/** Published, and its day has come. @param now ISO 8601 in UTC */
export const isPublic = (table: string, now: string): SQL =>
  sql`${sql.raw(table)}.status = 'published' and ${sql.raw(table)}.date_published <= ${now}`;

/**
 * Reads a work with all that its pages show, in one statement: one round trip, few rows.
 * @param languages at least one BCP 47 tag: the texts in it or a variety of it (`es`, `es-MX`) are read;
 *   the original's always comes along
 * @param now ISO 8601 in UTC: what is scheduled for later isn't shown as the next episode
 */
export async function readWork(
  database: Database,
  slug: string,
  languages: readonly string[],
  now: string,
): Promise<WorkView> {
  const row = await database.get<Record<keyof WorkView, string | null> | undefined>(sql`
    select ${libraryJson} as library,
      case when w.slug is not null then ${currentJson("w")} end as work,
      (select json_group_array(
          json_object('language', t.language, 'format', t.format, 'body', t.body))
        from texts t where t.slug = w.slug and (
          ${sql.join(languages.map(inVarietyOf), sql` or `)}
          or t.language = json_extract(w.public_record, '$.inLanguage'))) as texts,
      (select ${currentJson("s")} from works s
        where s.slug = w.series and ${isPublic("s", now)}) as series,
      (select ${currentJson("n")} from works n
        where n.series = w.series and ${isPublic("n", now)}
          and (n.season, n.episode) > (w.season, w.episode)
        order by n.season, n.episode, n.slug limit 1) as next
    from (select 1) left join works w on w.slug = ${slug}`);
  return {
    library: parseCurrent(row?.library),
    work: parseCurrent(row?.work),
    texts: JSON.parse(row?.texts ?? "[]"),
    series: parseCurrent(row?.series),
    next: parseCurrent(row?.next),
  };
}

/** A range of the primary key, so that no row in another language is read: `.` is the sign after `-`. */
function inVarietyOf(language: string): SQL {
  return sql`(t.language >= ${language} and t.language < ${`${language}.`})`;
}
