import * as z from "zod";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { sweep } from "../../publishing/sweep.ts";
import { openDatabase } from "../../storage/database.ts";
import { invalidBody, readOptionalJson } from "./body.ts";

const sweepRequest = z.strictObject({ dryRun: z.boolean().default(true) });

/** `POST /api/v1/staff/sweep`: what the daily cron does, now; it removes nothing unless `dryRun` is false. */
export async function postSweep(context: RequestContext): Promise<Response> {
  const request = sweepRequest.safeParse(await readOptionalJson(context));
  if (!request.success) return invalidBody(context, "invalid-request", request.error.issues);
  const { dryRun } = request.data;
  const { DB, BLOBS } = context.env;
  const report = await sweep(openDatabase(DB), BLOBS, { now: new Date(), dryRun });
  return context.json({ dryRun, ...report });
}
