import { plan, planRequest } from "../../publishing/plan.ts";
import { openDatabase } from "../../storage/database.ts";
import type { RequestContext } from "../environment.ts";
import { invalid, readJson } from "./body.ts";

/** `POST /api/v1/staff/plan`: what publishing would change. Writes nothing. */
export async function postPlan(context: RequestContext): Promise<Response> {
  const request = planRequest.safeParse(await readJson(context));
  if (!request.success) return invalid(context, "invalid-request", request.error.issues);
  return context.json(await plan(openDatabase(context.env.DB), request.data));
}
