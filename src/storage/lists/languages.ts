import { sql } from "drizzle-orm";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type { Current } from "../../records/views.ts";
import type { Database } from "../database.ts";
import { currentLibrary } from "../read-json.ts";
import { libraryRow, readFirst, readRows } from "./rows.ts";

/** How many languages are listed: more than any library has. */
const maxLanguages = 200;

/**
 * Reads the base languages in which works can be followed, in the order of their tags, in one statement. It seeks
 * from each language of the index to the next, so that it reads a few rows a language in a library of any size.
 * @param now ISO 8601 in UTC: works scheduled for later don't count
 */
export async function readLanguages(
  database: Database,
  now: string,
): Promise<{ library: Current<LibraryRecord> | undefined; languages: readonly string[] }> {
  const next = (after: string) => sql`select min(language) as language from facet_index
    where kind = '' and series = '' and language > ${sql.raw(after)}`;
  const rows = await readRows(database, {
    library: libraryRow,
    languages: sql`with recursive used(language) as (
        select language from (${next("''")})
        union all select (${next("used.language")}) from used where used.language is not null
        limit ${maxLanguages})
      select language as item from used where exists (select 1 from facet_index
        where kind = '' and series = '' and facet_index.language = used.language and topic = ''
          and date_published <= ${now})`,
  });
  return { library: readFirst(currentLibrary, rows.library), languages: rows.languages };
}
