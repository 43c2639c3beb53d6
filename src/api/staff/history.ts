import type { RequestContext } from "../../delivery/http/environment.ts";
import { workNotFoundError } from "../../publishing/change.ts";
import { deletedWorkNotFound, revisionNotFound } from "../../publishing/publishing-error.ts";
import { openDatabase } from "../../storage/database.ts";
import {
  listForStaff,
  readDeletedEvents,
  readHistory,
  readRevision,
} from "../../storage/history.ts";
import type { StaffWorkList, WorkHistory, WorkRevision } from "../contract.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** How many works an answer lists. */
const pageSize = 100;

/** `GET /api/v1/staff/works?after={slug}`: every work of any status, a page at a time. */
export async function getStaffWorks(context: RequestContext): Promise<Response> {
  const after = context.req.query("after") ?? "";
  const { works, libraryId } = await listForStaff(
    openDatabase(context.env.DB),
    after,
    pageSize + 1,
  );
  const page = works.slice(0, pageSize);
  const next = works.length > pageSize ? (page.at(-1)?.slug ?? null) : null;
  return context.json<StaffWorkList>({ items: page, next, library: libraryId });
}

/** `GET /api/v1/staff/works/{slug}/history`: its revisions, its files and its audit trail. */
export async function getHistory(context: RequestContext): Promise<Response> {
  const slug = context.req.param("slug") ?? "";
  const database = openDatabase(context.env.DB);
  const history = await readHistory(database, slug);
  if (history !== undefined) return context.json<WorkHistory>(history);
  const events = await readDeletedEvents(database, slug);
  const error = deletedWorkNotFound(slug, events) ?? (await workNotFoundError(database, slug));
  return publishingProblem(context, error);
}

/** `GET /api/v1/staff/works/{slug}/revisions/{number}`: a record as it was published. */
export async function getRevision(context: RequestContext): Promise<Response> {
  const { slug = "", number = "" } = context.req.param();
  const revision = await readRevision(openDatabase(context.env.DB), slug, Number(number));
  return revision === undefined
    ? publishingProblem(context, revisionNotFound(slug, Number(number)))
    : context.json<WorkRevision>(revision);
}
