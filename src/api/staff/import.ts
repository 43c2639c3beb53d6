import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { importWork } from "../../publishing/import.ts";
import { openDatabase } from "../../storage/database.ts";
import { type Imported, importRequest } from "../contract.ts";
import { invalidBody, readJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `PUT /api/v1/staff/import/{slug}`: imports a work with all its revisions from an export. */
export async function putImport(context: RequestContext): Promise<Response> {
  const work = importRequest.safeParse(await readJson(context));
  if (!work.success) return invalidBody(context, "invalid-record", work.error.issues);
  if (work.data.slug !== context.req.param("slug")) {
    const detail = `The history is that of ${work.data.slug}: send it to that address.`;
    return problem(context, 422, "invalid-record", "The slugs differ", detail);
  }
  try {
    const { DB, BLOBS } = context.env;
    const imported = await importWork(openDatabase(DB), BLOBS, work.data);
    return context.json<Imported>(imported, 201);
  } catch (error) {
    return publishingProblem(context, error);
  }
}
