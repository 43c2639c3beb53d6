import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { apply } from "../../publishing/apply.ts";
import { record } from "../../records/schema/record.ts";
import { openDatabase } from "../../storage/database.ts";
import { invalidBody, readJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `PUT /api/v1/staff/works/{slug}`: publishes a record against the revision it was planned against. */
export async function putWork(context: RequestContext): Promise<Response> {
  const parsed = record.safeParse(await readJson(context));
  if (!parsed.success) return invalidBody(context, "invalid-record", parsed.error.issues);
  if (parsed.data.slug !== context.req.param("slug")) {
    const detail = `The record says ${parsed.data.slug}.`;
    return problem(context, 422, "invalid-record", "The slug isn't the address's", detail);
  }
  const ifMatch = /^"([0-9a-f]{64})"$/.exec(context.req.header("If-Match") ?? "")?.[1];
  if (ifMatch === undefined && context.req.header("If-None-Match") !== "*") {
    const detail = 'Send If-Match: "<digest of the revision>", or If-None-Match: * for a new work.';
    return problem(context, 428, "precondition-required", "Say what this replaces", detail);
  }
  try {
    const { DB, BLOBS } = context.env;
    const applied = await apply(openDatabase(DB), BLOBS, {
      record: parsed.data,
      replaces: ifMatch,
      actor: context.get("staff"),
      now: new Date(),
    });
    return context.json(applied, applied.change === "create" ? 201 : 200, {
      ETag: `"${applied.digest}"`,
    });
  } catch (error) {
    return publishingProblem(context, error);
  }
}
