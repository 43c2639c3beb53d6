import { and, eq, lt, ne, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type ReportState, reportStates } from "../../records/contact/reports.ts";
import type { DraftLanguages } from "../../records/languages/drafts.ts";
import { kind } from "../../records/schema/publishing-fields.ts";
import { type Database, readAllRows } from "../database.ts";
import { storedJson, storedTexts } from "../read-json.ts";
import { reportCounts, reports } from "../tables.ts";

/** What a reader reports. */
export interface NewReport {
  readonly slug: string;
  /** BCP 47 tag of the text that has the mistake. */
  readonly language: string;
  /** In seconds; null for none. */
  readonly start: number | null;
  /** What the text says there; empty for nothing. */
  readonly quote: string;
  readonly words: string;
}

/** How many reports are taken. */
export interface ReportBounds {
  readonly perWorkAndHour: number;
  readonly perHour: number;
  /** That are open at the same time. */
  readonly open: number;
}

/**
 * Stores a report of a public work, in one batch, unless as many as are allowed arrived within the hour or are open.
 * Only sums are counted, whoever sends them.
 * @returns whether it was stored
 */
export async function insertReport(
  database: Database,
  { slug, language, start, quote, words }: NewReport,
  bounds: ReportBounds,
  now: Date,
): Promise<boolean> {
  const time = now.toISOString();
  const hour = time.slice(0, "2026-11-28T21".length);
  const day = time.slice(0, "2026-11-28".length);
  const countOne = (counted: string) =>
    database
      .insert(reportCounts)
      .values({ slug: counted, hour, count: 1 })
      .onConflictDoUpdate({ target: reportCounts.slug, set: { count: sql`count + 1` } });
  const countOf = (counted: string) =>
    sql`(select count from report_counts where report_counts.slug = ${counted})`;
  const [, , , stored] = await database.batch([
    database.delete(reportCounts).where(ne(reportCounts.hour, hour)),
    countOne(slug),
    countOne(""),
    database
      .insert(reports)
      .select(
        sql`select null, slug, ${language}, ${start}, ${quote}, ${words}, ${day}, 'open', null, null, null, null
          from works where slug = ${slug} and status = 'published' and date_published <= ${time}
            and ${countOf(slug)} <= ${bounds.perWorkAndHour} and ${countOf("")} <= ${bounds.perHour}
            and (select count(*) from reports where state = 'open') < ${bounds.open}`,
      )
      .returning({ id: reports.id }),
  ]);
  return stored.length > 0;
}

/** A report as staff read it. */
export interface Report extends NewReport {
  readonly id: number;
  /** A day in UTC: `2026-11-28`. */
  readonly receivedOn: string;
  readonly state: ReportState;
  /** Who has marked it as done, and when, as ISO 8601 in UTC. */
  readonly doneBy: string | null;
  readonly doneAt: string | null;
  readonly deletedBy: string | null;
  readonly deletedAt: string | null;
  readonly work: ReportedWork;
}

/** What the list shows of a report's work. */
export interface ReportedWork {
  readonly kind: z.infer<typeof kind>;
  readonly inLanguage: string;
  readonly name: Readonly<Record<string, string>>;
  /** Whether it is a film with captions in the report's language. */
  readonly hasCaptions: boolean;
}

export interface ReportQuery {
  /** Open ones, or those that are done or deleted. */
  readonly isOpen: boolean;
  /** Only those of texts in these languages. */
  readonly languages: DraftLanguages;
  readonly slug?: string | undefined;
  readonly language?: string | undefined;
  /** The id of the last report of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Lists reports, the newest first. It reads two rows for each report of the page, and those that the filters skip. */
export async function listReports(database: Database, query: ReportQuery): Promise<Report[]> {
  const { isOpen, languages, slug, language, before, limit } = query;
  const conditions = [
    isOpen ? sql`r.state = 'open'` : sql`r.state in ('done', 'deleted')`,
    languages === "all"
      ? undefined
      : sql`r.language in (select value from json_each(${JSON.stringify(languages)}))`,
    slug === undefined ? undefined : sql`r.slug = ${slug}`,
    language === undefined ? undefined : sql`r.language = ${language}`,
    before === undefined ? undefined : sql`r.id < ${before}`,
  ].filter((condition) => condition !== undefined);
  return readReports(
    database,
    sql`${sql.join(conditions, sql` and `)} order by r.id desc limit ${limit}`,
  );
}

/** Reads one report; undefined if there is none. */
export async function readReport(database: Database, id: number): Promise<Report | undefined> {
  const [report] = await readReports(database, sql`r.id = ${id}`);
  return report;
}

async function readReports(database: Database, condition: SQL): Promise<Report[]> {
  const rows = await readAllRows(
    database,
    sql`
    select r.id, r.slug, r.language, r.start, r.quote, r.words, r.received_on as receivedOn, r.state,
      r.done_by as doneBy, r.done_at as doneAt, r.deleted_by as deletedBy, r.deleted_at as deletedAt,
      json_object('kind', w.kind, 'inLanguage', w.public_record ->> '$.inLanguage',
        'name', w.public_record -> '$.name', 'hasCaptions', json(case when exists (
          select 1 from json_each(w.public_record, '$.captions') track
          where track.value ->> '$.inLanguage' = r.language) then 'true' else 'false' end)) as work
    from reports r join works w on w.slug = r.slug where ${condition}`,
  );
  return rows.map((row) => reportRow.parse(row));
}

const reportRow = z.object({
  id: z.int(),
  slug: z.string(),
  language: z.string(),
  start: z.number().nullable(),
  quote: z.string(),
  words: z.string(),
  receivedOn: z.string(),
  state: z.enum(reportStates),
  doneBy: z.string().nullable(),
  doneAt: z.string().nullable(),
  deletedBy: z.string().nullable(),
  deletedAt: z.string().nullable(),
  work: storedJson(
    z.object({ kind, inLanguage: z.string(), name: storedTexts, hasCaptions: z.boolean() }),
  ),
});

/** Who changes a report, and when, as ISO 8601 in UTC. */
interface Change {
  readonly actor: string;
  readonly now: string;
}

/** Marks a report as done, or opens it again. @returns whether there is such a report that isn't deleted */
export async function writeReportState(
  database: Database,
  id: number,
  state: "open" | "done",
  { actor, now }: Change,
): Promise<boolean> {
  const done = state === "done" ? { doneBy: actor, doneAt: now } : { doneBy: null, doneAt: null };
  const changed = await database
    .update(reports)
    // Who was the first stays.
    .set({ ...done, state })
    .where(and(eq(reports.id, id), eq(reports.state, state === "done" ? "open" : "done")))
    .returning({ id: reports.id });
  return changed.length > 0 || (await isInState(database, id, state));
}

/** Deletes what a report says; who did it stays until the sweep. @returns whether there is such a report */
export async function deleteReport(
  database: Database,
  id: number,
  { actor, now }: Change,
): Promise<boolean> {
  const deleted = await database
    .update(reports)
    .set({ state: "deleted", words: "", quote: "", start: null, deletedBy: actor, deletedAt: now })
    .where(and(eq(reports.id, id), ne(reports.state, "deleted")))
    .returning({ id: reports.id });
  return deleted.length > 0 || (await isInState(database, id, "deleted"));
}

/** Whether a change was made before, perhaps by somebody else. */
async function isInState(database: Database, id: number, state: ReportState): Promise<boolean> {
  return (await database.$count(reports, and(eq(reports.id, id), eq(reports.state, state)))) > 0;
}

/** The statements that delete all reports of a work, which is withdrawn or deleted. */
export function deleteReportsStatements(database: Database, slug: string) {
  return [
    database.delete(reports).where(eq(reports.slug, slug)),
    database.delete(reportCounts).where(eq(reportCounts.slug, slug)),
  ] as const;
}

/**
 * Deletes reports that were done or deleted before a time, and counts of earlier hours, unless this is a dry run.
 * @param times ISO 8601 in UTC
 * @returns how many reports
 */
export async function removeFinishedReports(
  database: Database,
  { now, finishedBefore }: { now: string; finishedBefore: string },
  dryRun: boolean,
): Promise<number> {
  const isFinished = or(
    and(eq(reports.state, "done"), lt(reports.doneAt, finishedBefore)),
    and(eq(reports.state, "deleted"), lt(reports.deletedAt, finishedBefore)),
  );
  if (dryRun) return database.$count(reports, isFinished);
  const hour = now.slice(0, "2026-11-28T21".length);
  const [removed] = await database.batch([
    database.delete(reports).where(isFinished).returning({ id: reports.id }),
    database.delete(reportCounts).where(ne(reportCounts.hour, hour)),
  ]);
  return removed.length;
}
