import { chooseText, defaultNeighbours, type LocalText } from "../../i18n/fallback.ts";
import { isLanguageTag } from "../../i18n/tag.ts";
import { seriesCartridgePath } from "../../records/addresses.ts";
import { isSlug } from "../../records/schema/slug.ts";
import type { SeriesOutline } from "../../records/views.ts";
import { openDatabase } from "../../storage/database.ts";
import { readSeriesOutline } from "../../storage/lists/series-outline.ts";
import { filmFiles } from "../../syndication/cartridge/film.ts";
import { cartridgeManifest } from "../../syndication/cartridge/manifest.ts";
import { originOf, type RequestContext, requestTime } from "../http/environment.ts";
import { languageOfRequest } from "../http/request-language.ts";
import { answerWithout, lookUp } from "../load-work.ts";
import { generatedEntries } from "../pack.ts";
import { respondWithCartridge } from "./respond.ts";

/** How many episodes a cartridge has: as many as we promise of a series (DESIGN 12). */
const maxEpisodes = 500;

/** `GET /lms/series/{series}.imscc?lang=`: a series as a course cartridge, a section for each episode. */
export async function getSeriesCartridge(context: RequestContext): Promise<Response> {
  const [, slug = ""] = /^([^.]+)\.imscc$/.exec(context.req.param("file") ?? "") ?? [];
  if (!isSlug(slug)) return context.notFound();
  const now = requestTime();
  const outline = await readSeriesOutline(openDatabase(context.env.DB), slug, {
    now,
    limit: maxEpisodes,
  });
  const found = lookUp(slug, outline.series?.record, ["Series"], now);
  if (found.outcome !== "found") {
    return answerWithout(context, found, ["Series"], languageOfRequest(context));
  }
  const requested = context.req.query("lang") ?? "";
  const series = found.record;
  const language = isLanguageTag(requested) ? requested : series.inLanguage;
  const neighbours = outline.library?.record.neighbours ?? defaultNeighbours;
  const choose = (texts: LocalTexts, original: string) =>
    chooseText(texts, language, original, neighbours);
  const title = choose(series.name, series.inLanguage) ?? unnamed(slug, series.inLanguage);
  const origin = originOf(context);
  const address = origin + seriesCartridgePath(slug, language);
  const digests = [outline.library, outline.series, ...outline.episodes];
  const answer = { slug, title, address, digests: digests.map((item) => item?.digest) };
  return respondWithCartridge(context, answer, (etag) => {
    const sections = outline.episodes.map((episode) => {
      const { slug, name, inLanguage, poster } = episode;
      const own = choose(name, inLanguage) ?? unnamed(slug, inLanguage);
      const film = { slug, title: own.value, language: own.language, description: undefined };
      return { title: own.value, items: filmFiles({ ...film, picture: poster, origin }) };
    });
    const manifest = cartridgeManifest({
      name: slug,
      title: title.value,
      language: title.language,
      description: choose(series.description ?? {}, series.inLanguage)?.value,
      keywords: [],
      rights: undefined,
      sections,
    });
    const files = sections.flatMap(({ items }) => items);
    return generatedEntries([{ path: "imsmanifest.xml", write: () => manifest }, ...files], etag);
  });
}

type LocalTexts = SeriesOutline["episodes"][number]["name"];

const unnamed = (slug: string, language: string): LocalText => ({
  value: slug,
  language,
  fellBack: true,
});
