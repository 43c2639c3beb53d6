import {
  deleteReport,
  insertReport,
  type NewReport,
  type ReportBounds,
  writeReportState,
} from "../storage/console/reports.ts";
import type { Database } from "../storage/database.ts";

/** How many reports of mistakes are taken, whoever sends them: more is no help to anybody. Our choice (docs/limits.md). */
const bounds: ReportBounds = { perWorkAndHour: 20, perHour: 100, open: 1000 };

/** Keeps a reader's report. @returns whether it was kept: too many others may have arrived before */
export function sendReport(database: Database, report: NewReport, now: Date): Promise<boolean> {
  return insertReport(database, report, bounds, now);
}

export const reportChanges = ["done", "open", "delete"] as const;
export type ReportChange = (typeof reportChanges)[number];

/**
 * Marks a report as done, opens it again, or deletes it.
 * @param by who does it, and when, as ISO 8601 in UTC
 * @returns whether there is such a report
 */
export function changeReport(
  database: Database,
  id: number,
  change: ReportChange,
  by: { readonly actor: string; readonly now: string },
): Promise<boolean> {
  return change === "delete"
    ? deleteReport(database, id, by)
    : writeReportState(database, id, change, by);
}
