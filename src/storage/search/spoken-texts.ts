import { sql } from "drizzle-orm";
import type { Current, WorkText } from "../../records/views.ts";
import type { Database } from "../database.ts";
import { readFirst, readRows } from "../lists/rows.ts";
import { currentItem } from "../read-json.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import { currentJson } from "../works.ts";

/** A work with its texts in all languages. */
export interface SpokenTexts {
  /** Undefined if no work has the slug. The caller checks its status and kind. */
  readonly work: Current | undefined;
  /** Of a film, the original first. */
  readonly texts: readonly WorkText[];
}

/**
 * Reads a film with its texts, in one statement.
 * @param slug its slug, or one that it had before
 * @param language only this language and its varieties; all if undefined
 * @param maxLength of all texts together, in characters: further languages are left out
 */
export async function readSpokenTexts(
  database: Database,
  slug: string,
  { language, maxLength }: { language: string | undefined; maxLength: number },
): Promise<SpokenTexts> {
  const inLanguage =
    language === undefined
      ? sql`true`
      : // A range, as `.` follows `-`: D1 limits the pattern of a LIKE to 50 bytes.
        sql`t.language >= ${language} and t.language < ${language} || '.'`;
  const rows = await readRows(database, {
    work: sql`select ${currentJson("w")} as item from works w where w.slug = ${currentSlug(slug)}`,
    texts: sql`select language || char(10) || body as item from (
        select t.language, t.body, sum(length(t.body)) over (order by
          t.language <> w.public_record ->> 'inLanguage', t.language) as total
        from texts t join works w on w.slug = t.slug
        where t.slug = ${currentSlug(slug)} and t.format = 'cues' and ${inLanguage})
      where total <= ${maxLength}`,
  });
  return {
    work: readFirst(currentItem, rows.work),
    // As JSON, a long text would exceed the 2,000,000 bytes that D1 allows for a value.
    texts: rows.texts.map((row) => {
      const end = row.indexOf("\n");
      return { language: row.slice(0, end), format: "cues", body: row.slice(end + 1) };
    }),
  };
}
