import { sql } from "drizzle-orm";
import * as z from "zod";
import { type Database, readAllRows } from "./database.ts";

const rows = z.array(z.object({ name: z.string(), allowMentions: z.number().nullable() }));

/** A credit with `public: false`. */
export interface PrivateCredit {
  readonly name: string;
  readonly public: false;
  readonly allowMentions: boolean;
}

/**
 * The credits that aren't public of all episodes in a series, in one round trip. For staff only.
 * @param slugs those that the series has or had: a series that is being renamed still has the former one
 */
export async function readPrivateCreditsOfSeries(
  database: Database,
  slugs: readonly string[],
): Promise<PrivateCredit[]> {
  const found = await readAllRows(
    database,
    sql`
    select distinct
      json_extract(credit.value, '$.name') as name,
      json_extract(credit.value, '$.allowMentions') as allowMentions
    from works
      join revisions on revisions.slug = works.slug and revisions.number = works.revision
      join json_each(revisions.record, '$.credits') as credit
    where works.series in (select value from json_each(${JSON.stringify(slugs)})) and json_extract(credit.value, '$.public') = 0`,
  );
  return rows.parse(found).map(({ name, allowMentions }) => {
    return { name, public: false, allowMentions: allowMentions === 1 };
  });
}
