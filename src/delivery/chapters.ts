import { chooseText, defaultNeighbours } from "../i18n/fallback.ts";
import { isLanguageTag } from "../i18n/tag.ts";
import { chaptersType, writeChapters } from "../syndication/feeds/chapters.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";
import { loadWorkOrProblem } from "./load-work.ts";

/** `GET /chapters/{slug}/{lang}.json`: a film's chapters, for podcast programs. Missing names fall back. */
export async function getChapters(context: RequestContext): Promise<Response> {
  const [, language = ""] = /^([A-Za-z0-9-]+)\.json$/.exec(context.req.param("file") ?? "") ?? [];
  if (!isLanguageTag(language)) return context.notFound();
  const slug = context.req.param("slug") ?? "";
  const loaded = await loadWorkOrProblem(context, ["Episode"], { slug, language, parts: [] });
  if (loaded instanceof Response) return loaded;
  const { view, record: episode } = loaded;
  const [first] = episode.chapters;
  if (first === undefined) return context.notFound();
  const neighbours = view.library?.record.neighbours ?? defaultNeighbours;
  const written = chooseText(first.name, language, episode.inLanguage, neighbours)?.language;
  const headers = {
    "Content-Type": chaptersType,
    "Content-Language": written ?? language,
  };
  const digests = [view.work, view.library].map((part) => part?.digest);
  return respondWithEtag(context, [context.req.url, ...digests], headers, () =>
    writeChapters(episode, { language, neighbours, origin: originOf(context) }),
  );
}
