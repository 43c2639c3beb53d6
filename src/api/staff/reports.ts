import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { changeReport } from "../../publishing/reports.ts";
import {
  listReports,
  readReport,
  type Report as StoredReport,
} from "../../storage/console/reports.ts";
import { openDatabase } from "../../storage/database.ts";
import { type Report, type ReportList, reportRequest, reportsParameters } from "../contract.ts";
import { invalidBody, readJson } from "./body.ts";

/** How many reports an answer lists. */
const pageSize = 50;

/** `GET /api/v1/staff/reports`: reports of mistakes; a translator's token gets those of its languages. */
export async function getReports(context: RequestContext): Promise<Response> {
  const query = reportsParameters.safeParse(context.req.query());
  if (!query.success) return invalidBody(context, "invalid-request", query.error.issues);
  const { state, slug, language, before } = query.data;
  const found = await listReports(openDatabase(context.env.DB), {
    isOpen: state === "open",
    languages: context.get("token").draftLanguages,
    slug,
    language,
    before: before === undefined ? undefined : Number(before),
    limit: pageSize + 1,
  });
  const reports = found.slice(0, pageSize);
  const last = found.length > pageSize ? reports.at(-1) : undefined;
  return context.json<ReportList>({ reports: reports.map(toReport), next: last?.id ?? null });
}

/** `PUT /api/v1/staff/reports/{id}`: marks a report as done, or opens it again. */
export async function putReport(context: RequestContext): Promise<Response> {
  const request = reportRequest.safeParse(await readJson(context));
  if (!request.success) return invalidBody(context, "invalid-request", request.error.issues);
  const database = openDatabase(context.env.DB);
  const id = Number(context.req.param("report"));
  const isChanged = await changeReport(database, id, request.data.state, changeBy(context));
  const report = isChanged ? await readReport(database, id) : undefined;
  return report === undefined ? noReport(context) : context.json<Report>(toReport(report));
}

/** `DELETE /api/v1/staff/reports/{id}`: deletes what a report says. */
export async function removeReport(context: RequestContext): Promise<Response> {
  const id = Number(context.req.param("report"));
  const database = openDatabase(context.env.DB);
  const isDeleted = await changeReport(database, id, "delete", changeBy(context));
  return isDeleted ? context.body(null, 204) : noReport(context);
}

const changeBy = (context: RequestContext) => ({
  actor: context.get("staff"),
  now: new Date().toISOString(),
});

function noReport(context: RequestContext): Response {
  const detail = "It may have been deleted, or its work withdrawn: list the reports again.";
  return problem(context, 404, "not-found", "There is no such report", detail);
}

function toReport({ work: _, ...report }: StoredReport): Report {
  return report;
}
