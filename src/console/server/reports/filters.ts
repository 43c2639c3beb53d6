import * as z from "zod";
import { isLanguageTag } from "../../../i18n/tag.ts";
import { type QueryParameters, queryString } from "../../../records/addresses.ts";
import { slug } from "../../../records/schema/slug.ts";

/** What the list's address, or a form of the list, says. What isn't valid, or is empty as in a form, is left out. */
const reportFilters = z.object({
  state: z.enum(["open", "done"]).catch("open"),
  language: z
    .string()
    .refine((tag) => isLanguageTag(tag))
    .optional()
    .catch(undefined),
  work: slug.optional().catch(undefined),
  before: z.coerce
    .number()
    .int()
    .positive()
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .catch(undefined),
});
export type ReportFilters = z.output<typeof reportFilters>;

/** @param fields a query, or a form's */
export function readReportFilters(fields: Readonly<Record<string, unknown>>): ReportFilters {
  const { state, language, work, before } = fields;
  return reportFilters.parse({ state, language, work, before });
}

/** The list's address with filters. */
export function reportsPath(
  { state, language, work, before }: ReportFilters,
  more: QueryParameters = {},
): string {
  const filters = { state: state === "open" ? undefined : state, language, work };
  return `/staff/reports${queryString({ ...filters, before: before?.toString(), ...more })}`;
}
