import { sql } from "drizzle-orm";
import * as z from "zod";
import { blob, type LibraryRecord } from "../../records/schema/record.ts";
import type { Current } from "../../records/views.ts";
import type { Database } from "../database.ts";
import { currentLibrary, orUndefined, readJson, storedTexts } from "../read-json.ts";
import { isPublic } from "../works.ts";
import { libraryRow, readFirst, readRows } from "./rows.ts";

/** The fields of a work that a sitemap needs. A whole record may be long. */
const sitemapWork = z.object({
  slug: z.string(),
  kind: z.enum(["Series", "Episode", "Document"]),
  digest: z.string(),
  inLanguage: z.string(),
  // D1 bills each row of json_each, so the tracks come with their files.
  captions: z.array(z.object({ inLanguage: z.string(), kind: z.string() })).nullable(),
  texts: z.array(z.object({ inLanguage: z.string() })).nullable(),
  name: storedTexts,
  description: orUndefined(storedTexts),
  datePublished: orUndefined(z.string()),
  /** The duration of an episode in seconds. */
  duration: z.number().nullable(),
  poster: z.object({ file: blob }).nullable(),
  video: z.array(blob.loose()).nullable(),
});
export type SitemapWork = Readonly<z.infer<typeof sitemapWork>>;

export interface SitemapPage {
  readonly library: Current<LibraryRecord> | undefined;
  /** How many pages there are, at least one. */
  readonly pages: number;
  readonly works: readonly SitemapWork[];
}

/**
 * Reads one page of the public works, in one statement. A page is a range of `rowid`s, so that any page is found
 * without reading those before it, and the last `rowid` gives the number of pages.
 * @param page from 1
 * @param size how many rows a page covers; it has fewer works if some of them aren't public
 * @param now ISO 8601 in UTC
 */
export async function readSitemapPage(
  database: Database,
  page: number,
  size: number,
  now: string,
): Promise<SitemapPage> {
  const first = (page - 1) * size;
  const rows = await readRows(database, {
    library: libraryRow,
    last: sql`select cast(max(rowid) as text) as item from works`,
    works: sql`select json_object(
        'slug', w.slug, 'kind', w.kind, 'digest', w.digest,
        'inLanguage', w.public_record ->> 'inLanguage', 'captions', w.public_record -> 'captions', 'texts', w.public_record -> 'texts', 'datePublished', w.public_record ->> 'datePublished',
        'name', w.public_record -> 'name', 'description', w.public_record -> 'description',
        'duration', w.public_record ->> 'duration', 'poster', w.public_record -> 'poster',
        'video', w.public_record -> 'video') as item
      from works w where w.rowid > ${first} and w.rowid <= ${first + size}
        and w.kind <> 'Library' and ${isPublic("w", now)}`,
  });
  return {
    library: readFirst(currentLibrary, rows.library),
    pages: Math.max(1, Math.ceil((readFirst(z.number().nullable(), rows.last) ?? 0) / size)),
    works: rows.works.map((row) => readJson(sitemapWork, row)),
  };
}
