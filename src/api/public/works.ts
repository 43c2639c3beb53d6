import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { loadWorkOrProblem } from "../../delivery/load-work.ts";
import { versionsOf } from "../../records/listed.ts";
import { type PublicWork, workParameters } from "../contract.ts";
import { respondWithJson } from "./answer.ts";
import { readQuery } from "./read-query.ts";
import { addressDocument, addressEpisode, addressSeries } from "./work-addresses.ts";

/** `GET /api/v1/works/{slug}`: one work's whole public record, with the addresses of what it names. */
export async function getWork(context: RequestContext): Promise<Response> {
  const parameters = readQuery(context, workParameters);
  if (parameters instanceof Response) return parameters;
  const { lang: language } = parameters;
  const slug = context.req.param("slug") ?? "";
  const kinds = ["Series", "Episode", "Document"] as const;
  const loaded = await loadWorkOrProblem(context, kinds, {
    slug,
    language: language ?? "en",
    parts: [],
  });
  if (loaded instanceof Response) return loaded;
  const { record, view } = loaded;
  const reader = { language, settings: view.library?.record, origin: originOf(context) };
  const versions = versionsOf([view.library, view.work]);
  return respondWithJson<PublicWork>(context, versions, () => {
    if (record.kind === "Episode") return addressEpisode(record, reader);
    if (record.kind === "Document") return addressDocument(record, reader);
    return addressSeries(record, reader);
  });
}
