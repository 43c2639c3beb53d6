import * as z from "zod";
import { reportStates } from "../../records/contact/reports.ts";
import { timestamp } from "../../records/schema/publishing-fields.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Immutable } from "./immutable.ts";
import { languageParameter } from "./parameters.ts";

/** Mistakes that readers reported with the library's own form (docs/console.md). */

/** The query of the list of reports. */
export const reportsParameters = z.object({
  state: z
    .enum(["open", "done"])
    .default("open")
    .describe("`done` lists deleted ones, too, without their words."),
  slug: slug.optional().describe("Only the reports of a work, by its slug."),
  language: languageParameter("language").optional().describe("Only those of texts in a language."),
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, "before takes the id of a report")
    .optional()
    .describe("The list begins after this report: the `next` of the answer before.")
    .meta({ examples: ["17"] }),
});

export const report = z.object({
  id: z.int(),
  slug,
  /** Of the text that has the mistake. */
  language: z.string(),
  /** The moment in seconds; null for none. */
  start: z.number().nullable(),
  /** What the text said there on that day; empty for nothing. */
  quote: z.string(),
  /** What the reader wrote; empty if it is deleted. */
  words: z.string(),
  receivedOn: z.iso.date(),
  state: z.enum(reportStates),
  doneBy: z.string().nullable(),
  doneAt: timestamp.nullable(),
  deletedBy: z.string().nullable(),
  deletedAt: timestamp.nullable(),
});
export type Report = Immutable<z.infer<typeof report>>;

/** `GET /api/v1/staff/reports`: the newest first, at most 50. */
export const reportList = z.object({
  reports: z.array(report),
  /** What to send as `before` for older reports; null if there are none. */
  next: z.int().nullable(),
});
export type ReportList = Immutable<z.infer<typeof reportList>>;

/** `PUT /api/v1/staff/reports/{id}` */
export const reportRequest = z.strictObject({ state: z.enum(["open", "done"]) });
