import * as z from "zod";

/** Reports of mistakes that readers send with the library's own form (docs/console.md). */

/** `deleted`: its words are gone, and who deleted it is still told for a while. */
export const reportStates = ["open", "done", "deleted"] as const;
export type ReportState = (typeof reportStates)[number];

/** How long a report may be, in UTF-16 code units, as the form's field counts it. Our choice. */
export const maxReportWords = 2000;

/** How much of the text at the reported moment is kept with the report. Our choice: a few sentences. */
export const maxReportQuote = 500;

/** What a reader wrote, as it is kept: without control characters and white space around it. */
export const reportWords = z
  .string()
  .transform((text) =>
    // A form sends CR LF for each line end (HTML, “Constructing the entry list”).
    text
      .replace(/\r\n?/g, "\n")
      .replace(/[^\P{Cc}\n\t]/gu, "")
      .toWellFormed()
      .trim(),
  )
  .pipe(z.string().min(1).max(maxReportWords));
