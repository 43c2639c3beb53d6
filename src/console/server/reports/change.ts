import type { RequestContext } from "../../../delivery/http/environment.ts";
import { readForm } from "../../../delivery/http/form.ts";
import { changeReport, reportChanges } from "../../../publishing/reports.ts";
import { openDatabase } from "../../../storage/database.ts";
import { readReportFilters, reportsPath } from "./filters.ts";

/** `POST /staff/reports/{id}`: marks a report as done, opens it again or deletes it, and leads back to the list. */
export async function postReportChange(context: RequestContext): Promise<Response> {
  const form = await readForm(context);
  const change = reportChanges.find((name) => name === form.change);
  const by = { actor: context.get("staff"), now: new Date().toISOString() };
  const id = Number(context.req.param("report"));
  const isDone =
    change !== undefined && (await changeReport(openDatabase(context.env.DB), id, change, by));
  return context.redirect(
    reportsPath(readReportFilters(form), { done: isDone ? change : undefined }),
    303,
  );
}
