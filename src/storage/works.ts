import { type SQL, sql } from "drizzle-orm";
import { librarySlug } from "../library/fields.ts";
import type {
  EpisodeRecord,
  LibraryItem,
  LibraryRecord,
  SeriesRecord,
  WorkRecord,
} from "../library/record.ts";
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
  /** Of a document: the first two of the works that its record names as related. Each is a row read. */
  readonly related: readonly Current<WorkRecord>[];
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
 * Reads a work with all that its pages show, in one statement: one round trip, and six rows at the most
 * however large the library (DESIGN 12; D1 bills by the row).
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
  const row = await database.get<{ library: string | null; view: string | null }>(sql`
    select ${libraryJson} as library, (select json_object(
      'work', ${currentJson("w")},
      'texts', json_array(${sql.join([...languages.map(textIn), originalText], sql`, `)}),
      'series', (select ${currentJson("s")} from works s
        where s.slug = w.series and ${isPublic("s", now)}),
      'next', (select ${currentJson("n")} from works n
        where n.series = w.series and ${isPublic("n", now)} and n.place > w.place
        order by n.place, n.slug limit 1),
      'related', json_array(${relatedWork(0, now)}, ${relatedWork(1, now)})
    ) from works w where w.slug = ${slug}) as view`);
  const view: Partial<ViewJson> | null = JSON.parse(row?.view ?? "null");
  return {
    library: parseCurrent(row?.library),
    work: view?.work ?? undefined,
    texts: distinctTexts(view?.texts ?? []),
    series: view?.series ?? undefined,
    next: view?.next ?? undefined,
    related: (view?.related ?? []).filter((item) => item !== null),
  };
}

/** A view as the statement gives it: null stands where there was no row. */
type ViewJson = Omit<WorkView, "texts" | "related"> & {
  texts: (WorkText | null)[];
  related: (Current<WorkRecord> | null)[];
};

const textJson = sql.raw("json_object('language', t.language, 'format', t.format, 'body', t.body)");

/** A text in a language, else in a variety of it: a range of the primary key, as `.` follows `-`. */
function textIn(language: string): SQL {
  return sql`(select ${textJson} from texts t where t.slug = w.slug
    and t.language >= ${language} and t.language < ${`${language}.`} order by t.language limit 1)`;
}

const originalText = sql`(select ${textJson} from texts t where t.slug = w.slug
  and t.language = json_extract(w.public_record, '$.inLanguage'))`;

/** A document's related work by its place in the record. A film's row budget is spent on its series. */
function relatedWork(place: number, now: string): SQL {
  return sql`(select ${currentJson("r")} from works r where w.kind = 'Document'
    and r.slug = json_extract(w.public_record, ${`$.related[${place}]`}) and ${isPublic("r", now)})`;
}

/** The original may be what was asked for: it comes once. */
function distinctTexts(found: readonly (WorkText | null)[]): WorkText[] {
  const byLanguage = new Map<string, WorkText>();
  for (const text of found) if (text !== null) byLanguage.set(text.language, text);
  return [...byLanguage.values()];
}
