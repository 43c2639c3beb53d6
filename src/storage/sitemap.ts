import { sql } from "drizzle-orm";
import * as z from "zod";
import { blob, type LibraryRecord } from "../records/schema/record.ts";
import type { Current } from "../records/views.ts";
import type { Database } from "./database.ts";
import { currentLibrary, orUndefined, readCurrent, readJson, storedTexts } from "./read-json.ts";
import { isPublic, libraryJson } from "./works.ts";

/** What a sitemap says of a work. Its record may be long; this isn't. */
const sitemapWork = z.object({
  slug: z.string(),
  kind: z.enum(["Series", "Episode", "Document"]),
  digest: z.string(),
  inLanguage: z.string(),
  name: storedTexts,
  description: orUndefined(storedTexts),
  datePublished: orUndefined(z.string()),
  /** Of an episode, in seconds. */
  duration: z.number().nullable(),
  poster: z.object({ file: blob }).nullable(),
  video: z.array(blob.loose()).nullable(),
});
export type SitemapWork = Readonly<z.infer<typeof sitemapWork>>;

export interface SitemapPage {
  readonly library: Current<LibraryRecord> | undefined;
  /** How many pages there are: one at least. */
  readonly pages: number;
  readonly works: readonly SitemapWork[];
}

/**
 * Reads a page of all that is public, in one statement. Pages are runs of the works' own row numbers: each
 * is found at once, and how many there are is known from the last number, without a look at the rest.
 * @param page from 1
 * @param size how many rows a page has at the most; works that aren't public leave it shorter
 * @param now ISO 8601 in UTC
 */
export async function readSitemapPage(
  database: Database,
  page: number,
  size: number,
  now: string,
): Promise<SitemapPage> {
  const first = (page - 1) * size;
  const row = await database.get<{
    library: string | null;
    last: number | null;
    works: string;
  }>(sql`
    select ${libraryJson} as library, (select max(rowid) from works) as last,
      (select json_group_array(json_object(
          'slug', w.slug, 'kind', w.kind, 'digest', w.digest,
          'inLanguage', w.public_record ->> 'inLanguage', 'datePublished', w.public_record ->> 'datePublished',
          'name', w.public_record -> 'name', 'description', w.public_record -> 'description',
          'duration', w.public_record ->> 'duration', 'poster', w.public_record -> 'poster',
          'video', w.public_record -> 'video'))
        from works w where w.rowid > ${first} and w.rowid <= ${first + size}
          and w.kind <> 'Library' and ${isPublic("w", now)}) as works`);
  return {
    library: readCurrent(currentLibrary, row.library),
    pages: Math.max(1, Math.ceil((row.last ?? 0) / size)),
    works: readJson(z.array(sitemapWork), row.works),
  };
}
