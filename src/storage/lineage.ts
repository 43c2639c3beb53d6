import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { type LineageEntry, lineageOf, type SpokenRevision } from "../records/corrections.ts";
import { workStatus } from "../records/schema/publishing-fields.ts";
import type { Track } from "../records/schema/record.ts";
import type { Database } from "./database.ts";
import { isSinceDeletion } from "./history.ts";
import { orUndefined, readJson } from "./read-json.ts";
import { events, revisions, works } from "./tables.ts";

/**
 * Reads a revision and its predecessors, the newest first (src/records/corrections.ts).
 * @param number the revision; undefined for the current one
 */
export async function readLineage(
  database: Database,
  slug: string,
  number?: number,
): Promise<LineageEntry[]> {
  const [currentRows, revisionRows, eventRows] = await database.batch([
    database.select({ number: works.revision }).from(works).where(eq(works.slug, slug)),
    database
      .select({
        number: revisions.number,
        // Only these fields, as the rest of a record is not needed and may be large.
        fields: sql<string>`json_object('status', record ->> '$.status',
          'datePublished', record ->> '$.datePublished',
          'captions', json(coalesce(record -> '$.captions', '[]')),
          'credits', json(coalesce(record -> '$.credits', '[]')))`,
      })
      .from(revisions)
      .where(eq(revisions.slug, slug)),
    database
      .select({
        at: events.at,
        action: events.action,
        fromRevision: events.fromRevision,
        toRevision: events.toRevision,
      })
      .from(events)
      .where(and(eq(events.slug, slug), isSinceDeletion(slug)))
      .orderBy(asc(events.id)),
  ]);
  const from = number ?? currentRows[0]?.number;
  if (from === undefined) return [];
  const spoken = new Map(
    revisionRows.map((row) => [row.number, readJson(spokenRevision, row.fields)]),
  );
  return lineageOf(from, spoken, eventRows);
}

/** As far as corrections need it: an older record must be readable, though it may not fit today's schema. */
const storedTrack = z.looseObject({
  inLanguage: z.string(),
  kind: z.string(),
  file: z.looseObject({ sha256: z.string() }),
});
const spokenRevision = z.object({
  status: workStatus,
  datePublished: orUndefined(z.string()),
  captions: z.array(z.custom<Track>((value) => storedTrack.safeParse(value).success)),
  credits: z.custom<SpokenRevision["credits"]>(Array.isArray),
});
