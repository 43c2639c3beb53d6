import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { apply } from "../../publishing/apply.ts";
import { statusOf } from "../../records/visibility.ts";
import { openDatabase } from "../../storage/database.ts";
import {
  type Applied,
  anyRevision,
  formatEntityTag,
  parseIfMatch,
  workRequest,
} from "../contract.ts";
import { invalidBody, readJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `PUT /api/v1/staff/works/{slug}`: publishes a record in place of the revision that it was planned against. */
export async function putWork(context: RequestContext): Promise<Response> {
  const record = workRequest.safeParse(await readJson(context));
  if (!record.success) return invalidBody(context, "invalid-record", record.error.issues);
  if (record.data.slug !== context.req.param("slug")) {
    const detail = `The record has the slug ${record.data.slug}: send it to that address.`;
    return problem(context, 422, "invalid-record", "The slugs differ", detail);
  }
  if (statusOf(record.data) === "withdrawn") {
    const detail = `A record can't be published as withdrawn: send the notice to /api/v1/staff/works/${record.data.slug}/withdraw, so that its files are deleted, too.`;
    return problem(context, 422, "invalid-record", "Withdraw the work instead", detail);
  }
  const replaces = parseIfMatch(context.req.header("If-Match"));
  if (replaces === undefined && context.req.header("If-None-Match") !== anyRevision) {
    const detail = 'Send If-Match: "<digest of the revision>", or If-None-Match: * for a new work.';
    return problem(context, 428, "precondition-required", "If-Match is missing", detail);
  }
  try {
    const { DB, BLOBS } = context.env;
    const applied = await apply(openDatabase(DB), BLOBS, {
      record: record.data,
      replaces,
      actor: context.get("staff"),
      now: new Date(),
    });
    return context.json<Applied>(applied, applied.change === "create" ? 201 : 200, {
      ETag: formatEntityTag(applied.digest),
    });
  } catch (error) {
    return publishingProblem(context, error);
  }
}
