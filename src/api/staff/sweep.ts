import type { RequestContext } from "../../delivery/http/environment.ts";
import { sweep } from "../../publishing/sweep.ts";
import { openDatabase } from "../../storage/database.ts";
import { type SweepReport, sweepRequest } from "../contract.ts";
import { invalidBody, readOptionalJson } from "./body.ts";

/** `POST /api/v1/staff/sweep`: does what the daily cron does; it removes nothing unless `dryRun` is false. */
export async function postSweep(context: RequestContext): Promise<Response> {
  const request = sweepRequest.safeParse(await readOptionalJson(context));
  if (!request.success) return invalidBody(context, "invalid-request", request.error.issues);
  const { dryRun } = request.data;
  const { DB, BLOBS } = context.env;
  const report = await sweep(openDatabase(DB), BLOBS, { now: new Date(), dryRun });
  return context.json<SweepReport>({ dryRun, ...report });
}
