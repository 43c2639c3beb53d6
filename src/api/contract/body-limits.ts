/**
 * How large a request's JSON may be, in bytes. It is held in memory as text and as objects, and a Worker has 128 MB.
 */

/** A request with options, for example a withdrawal with its notice in all languages. Our choice. */
export const maxOptionsBytes = 200_000;

/** A record. D1 holds one in a row, which has 2,000,000 bytes with its other columns. */
export const maxRecordBytes = 1_500_000;

/** A draft: JSON writes each line end and quotation mark of its text as two bytes (src/records/schema/limits.ts). */
export const maxDraftBytes = 4_000_000;

/** A plan of many records, or a work with all its revisions. Our choice. */
export const maxRecordsBytes = 20_000_000;

/** A form of the console, for example all texts of a work. Our choice. */
export const maxFormBytes = 500_000;

/** The form of a draft, which writes each byte beyond ASCII as three. */
export const maxDraftFormBytes = 6_000_000;

/** A report of a mistake: 2,000 characters (src/records/contact/reports.ts), of which a form writes each as nine bytes at most. */
export const maxReportBytes = 25_000;
