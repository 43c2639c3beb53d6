import type { RequestContext } from "../../delivery/http/environment.ts";
import { requireNoMentionsInPlan } from "../../publishing/mentions.ts";
import { plan } from "../../publishing/plan.ts";
import { findUnfinishedUploads, partSize } from "../../publishing/uploads/uploads.ts";
import { openDatabase } from "../../storage/database.ts";
import { type PlanAnswer, planRequest } from "../contract.ts";
import { uploadPath } from "../uploads/protocol.ts";
import { invalidBody, readJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `POST /api/v1/staff/plan`: what publishing would change. Writes nothing. */
export async function postPlan(context: RequestContext): Promise<Response> {
  const request = planRequest.safeParse(await readJson(context));
  if (!request.success) return invalidBody(context, "invalid-request", request.error.issues);
  const database = openDatabase(context.env.DB);
  const planned = await plan(database, request.data.works, new Date());
  const changed = planned.works.filter(({ change }) => change !== "none").map(({ slug }) => slug);
  try {
    await requireNoMentionsInPlan(context.env.BLOBS, request.data.works, new Set(changed));
  } catch (error) {
    return publishingProblem(context, error);
  }
  const unfinished = await findUnfinishedUploads(database, new Date(), planned.missingBlobs);
  const uploads = unfinished.map(({ id, blob, offset }) => {
    return { sha256: blob.sha256, url: uploadPath(context, id), offset, size: blob.size };
  });
  return context.json<PlanAnswer>({ ...planned, partSize, uploads });
}
