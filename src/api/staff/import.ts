import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { importWork, wholeWork } from "../../publishing/import.ts";
import { openDatabase } from "../../storage/database.ts";
import { invalidBody, readJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `PUT /api/v1/staff/import/{slug}`: a work with its whole history, from an export. */
export async function putImport(context: RequestContext): Promise<Response> {
  const work = wholeWork.safeParse(await readJson(context));
  if (!work.success) return invalidBody(context, "invalid-record", work.error.issues);
  if (work.data.slug !== context.req.param("slug")) {
    const detail = `The history is of ${work.data.slug}.`;
    return problem(context, 422, "invalid-record", "The slug isn't the address's", detail);
  }
  try {
    const { DB, BLOBS } = context.env;
    return context.json(await importWork(openDatabase(DB), BLOBS, work.data), 201);
  } catch (error) {
    return publishingProblem(context, error);
  }
}
