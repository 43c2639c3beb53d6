import type { EpisodeRecord } from "../records/schema/record.ts";
import type { WorkView } from "../records/views.ts";
import { openDatabase } from "../storage/database.ts";
import { readWork, type SecondaryText } from "../storage/work-view.ts";
import type { RequestContext } from "./http/environment.ts";
import { visibilityFor } from "./http/preview.ts";
import { withdrawnProblem } from "./http/problem.ts";

/**
 * Reads the episode that an address names, with its text in a language and in a second one, or answers in
 * its place: 404 where the public sees none, 410 where it was withdrawn.
 */
export async function loadEpisode(
  context: RequestContext,
  language: string,
  secondary?: SecondaryText,
): Promise<{ view: WorkView; episode: EpisodeRecord } | Response> {
  const slug = context.req.param("slug") ?? "";
  const now = new Date().toISOString();
  const also = { preview: context.get("preview"), secondary };
  const view = await readWork(openDatabase(context.env.DB), slug, language, now, also);
  const episode = view.work?.record;
  if (episode?.kind !== "Episode") return context.notFound();
  const visibility = visibilityFor(episode, view.isPreview, now);
  if (visibility === "withdrawn") return withdrawnProblem(context, episode, language);
  return visibility === "hidden" ? context.notFound() : { view, episode };
}
