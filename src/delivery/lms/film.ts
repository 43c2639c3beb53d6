import { chooseText, defaultNeighbours } from "../../i18n/fallback.ts";
import { cartridgePath } from "../../records/addresses.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { isSlug } from "../../records/schema/slug.ts";
import { topicNamesFor } from "../../records/topics.ts";
import type { WorkView } from "../../records/views.ts";
import { type CartridgeFile, filmFiles } from "../../syndication/cartridge/film.ts";
import { type CartridgeItem, cartridgeManifest } from "../../syndication/cartridge/manifest.ts";
import { pictureSize } from "../../syndication/oembed/oembed.ts";
import { rightsOf } from "../../syndication/rights.ts";
import { packFiles } from "../../transcripts/pack.ts";
import { buildWorkCitation } from "../citations.ts";
import { originOf, type RequestContext } from "../http/environment.ts";
import {
  attachmentEntries,
  collectContents,
  generatedEntries,
  languageForClass,
  loadFilmForClass,
} from "../pack.ts";
import { respondWithCartridge } from "./respond.ts";

/**
 * `GET /lms/{slug}.imscc?lang=`: a film as a course cartridge, with a page that plays it, a link, and what the class
 * pack has, in the language of the text that was read.
 */
export async function getCartridge(context: RequestContext): Promise<Response> {
  const [, slug = ""] = /^([^.]+)\.imscc$/.exec(context.req.param("file") ?? "") ?? [];
  if (!isSlug(slug)) return context.notFound();
  const language = languageForClass(context);
  const loaded = await loadFilmForClass(context, slug, language);
  if (loaded instanceof Response) return loaded;
  const { view, record: episode } = loaded;
  const title = titleOf(episode, view, language === "und" ? episode.inLanguage : language);
  const origin = originOf(context);
  const address = origin + cartridgePath(slug, language === "und" ? title.language : language);
  const digests = [view.library, view.work, view.series].map((item) => item?.digest);
  return respondWithCartridge(context, { slug, title, address, digests }, (etag) => {
    const citation = buildWorkCitation(episode, view, title.language, origin);
    const files = filesOf(episode, view, title, origin);
    const attachments = attachmentItems(episode, title.language);
    const manifest = cartridgeManifest({
      name: slug,
      title: title.value,
      language: title.language,
      description: citation.abstract,
      keywords: topicNamesFor(episode, {
        language: title.language,
        neighbours: view.library?.record.neighbours,
      }),
      rights: rightsOf(citation),
      sections: [{ title: title.value, items: [...files, ...attachments] }],
    });
    return [
      ...generatedEntries([{ path: "imsmanifest.xml", write: () => manifest }, ...files], etag),
      ...attachmentEntries(
        context,
        episode,
        attachments.map(({ path }) => path),
      ),
    ];
  });
}

interface Title {
  readonly value: string;
  readonly language: string;
}

function titleOf(episode: EpisodeRecord, view: WorkView<"text">, language: string): Title {
  const neighbours = view.library?.record.neighbours ?? defaultNeighbours;
  const title = chooseText(episode.name, language, episode.inLanguage, neighbours);
  return title ?? { value: episode.slug, language: episode.inLanguage };
}

/** The page, the link, and the class pack's files without its index: the course lists them itself. */
function filesOf(
  episode: EpisodeRecord,
  view: WorkView<"text" | "series">,
  title: Title,
  origin: string,
): CartridgeFile[] {
  const neighbours = view.library?.record.neighbours ?? defaultNeighbours;
  const { slug, description, inLanguage } = episode;
  const film = filmFiles({
    slug,
    title: title.value,
    description: chooseText(description, title.language, inLanguage, neighbours)?.value,
    language: title.language,
    picture: pictureSize(episode),
    origin,
  });
  const contents = collectContents(episode, view, origin);
  const pack = contents === undefined ? [] : packFiles(contents).slice(1);
  return [
    ...film,
    ...pack.map(({ label, path, write }) => ({
      kind: "file" as const,
      title: label,
      // Some programs decode a plus sign as a space.
      path: `pack/${path.replaceAll("+", "-")}`,
      write,
    })),
  ];
}

/** The film's attachments, numbered: their names may be in any script. */
function attachmentItems(episode: EpisodeRecord, language: string): CartridgeItem[] {
  return episode.attachments.map(({ file, inLanguage, name }, index) => ({
    kind: "file",
    title: chooseText(name, language, inLanguage)?.value ?? file.extension.toUpperCase(),
    path: `files/${index + 1}.${file.extension}`,
  }));
}
