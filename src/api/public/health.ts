import type { RequestContext } from "../../delivery/http/environment.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import type { Health } from "../contract.ts";

/** `GET /healthz`: the Worker runs and D1 answers. */
export async function getHealth(context: RequestContext): Promise<Response> {
  const settings = await readLibrary(openDatabase(context.env.DB));
  const library = settings === undefined ? "empty" : "published";
  return context.json<Health>({ status: "ok", library }, 200, { "Cache-Control": "no-store" });
}
