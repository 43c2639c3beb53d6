import { chooseText, defaultNeighbours } from "../i18n/fallback.ts";
import { nearestInterfaceLanguage } from "../i18n/interface-languages.ts";
import {
  aboutNames,
  aboutPath,
  homePath,
  libraryPath,
  readPath,
  seriesPath,
  watchPath,
} from "../records/addresses.ts";
import { blobPath } from "../records/blobs.ts";
import { offeredLanguages } from "../records/offered-languages.ts";
import { choosePageLanguages } from "../records/page-languages.ts";
import type { LibraryRecord } from "../records/schema/record.ts";
import { openDatabase } from "../storage/database.ts";
import { readSitemapPage, type SitemapWork } from "../storage/lists/sitemap.ts";
import {
  type SitemapEntry,
  type SitemapVideo,
  writeSitemap,
  writeSitemapIndex,
} from "../syndication/sitemap.ts";
import { originOf, type RequestContext, requestTime } from "./http/environment.ts";
import { hourlyText, respondWithEtag } from "./http/respond.ts";

/** How many works one sitemap lists, each in its languages. */
const worksPerPage = 100;

/** `GET /sitemap.xml`: every page of the site in its languages; an index of sitemaps (`?page=`) if there are many works. */
export async function getSitemap(context: RequestContext): Promise<Response> {
  const requested = context.req.query("page");
  if (requested !== undefined && !/^[1-9][0-9]{0,5}$/.test(requested)) return context.notFound();
  const page = Number(requested ?? 1);
  const now = requestTime();
  const view = await readSitemapPage(openDatabase(context.env.DB), page, worksPerPage, now);
  const { library, pages, works } = view;
  if (page > pages) return context.notFound();
  const origin = originOf(context);
  const headers = { "Content-Type": "application/xml; charset=utf-8" };
  const digests = [library, ...works].map((item) => item?.digest);
  return respondWithEtag(context, [context.req.url, String(pages), ...digests], headers, () => {
    if (requested === undefined && pages > 1) {
      const numbers = Array.from({ length: pages }, (_, index) => index + 1);
      return writeSitemapIndex(numbers.map((number) => `${origin}/sitemap.xml?page=${number}`));
    }
    return writeSitemap([
      ...(page === 1 ? fixedPageEntries(origin, library?.record) : []),
      ...works.flatMap((work) => workEntries(work, origin, library?.record)),
    ]);
  });
}

/** `GET /robots.txt`: allows every crawler everything except the staff API. */
export function getRobots(context: RequestContext): Promise<Response> {
  const sitemap = `Sitemap: ${originOf(context)}/sitemap.xml`;
  const rules = `User-agent: *\nDisallow: /api/v1/staff\n\n${sitemap}\n`;
  return respondWithEtag(context, [rules], hourlyText, () => rules);
}

/** The pages that every library has. */
function fixedPageEntries(origin: string, settings: LibraryRecord | undefined): SitemapEntry[] {
  const pages = [
    homePath,
    (language: string) => libraryPath(language),
    ...aboutNames.map((name) => (language: string) => aboutPath(language, name)),
  ];
  const languages = offeredLanguages(settings);
  return pages.flatMap((pathIn) => entriesIn(languages, pathIn, origin));
}

/** A page in each language that the work has. Its pages in others have the same texts: search engines need none. */
function workEntries(
  work: SitemapWork,
  origin: string,
  settings: LibraryRecord | undefined,
): SitemapEntry[] {
  const paths = { Series: seriesPath, Episode: watchPath, Document: readPath };
  const pathIn = (language: string) => paths[work.kind](language, work.slug);
  const video = (language: string) => videoEntry(work, language, origin, settings);
  const languages = languagesOfPages(work, settings);
  if (languages.length > 0) return entriesIn(languages, pathIn, origin, video);
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  const nearest = nearestInterfaceLanguage(work.inLanguage, neighbours);
  const address = origin + pathIn(nearest);
  return [{ address, alternates: [], video: video(nearest) }];
}

function languagesOfPages(work: SitemapWork, settings: LibraryRecord | undefined) {
  const { kind, inLanguage, name } = work;
  const tracks = work.captions?.filter((track) => track.kind !== "descriptions") ?? [];
  const tags = [...tracks, ...(work.texts ?? [])].map((part) => part.inLanguage);
  // A film can be followed in its original without captions (src/records/tracks.ts).
  const followed = kind === "Episode" ? [inLanguage, ...tags] : tags;
  return choosePageLanguages({ inLanguage, followed, named: Object.keys(name) }, settings);
}

function entriesIn(
  languages: readonly string[],
  pathIn: (language: string) => string,
  origin: string,
  video: (language: string) => SitemapVideo | undefined = () => undefined,
): SitemapEntry[] {
  const alternates = languages.map((language) => {
    return { language, address: origin + pathIn(language) };
  });
  return alternates.map(({ language, address }) => {
    return { address, alternates, video: video(language) };
  });
}

/** Undefined without a video or a poster: the video extension requires both. */
function videoEntry(
  work: SitemapWork,
  language: string,
  origin: string,
  settings: LibraryRecord | undefined,
): SitemapVideo | undefined {
  const file = work.video?.[0];
  if (work.kind !== "Episode" || file === undefined || !work.poster) return undefined;
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  const title = chooseText(work.name, language, work.inLanguage, neighbours)?.value ?? work.slug;
  const description = chooseText(work.description ?? {}, language, work.inLanguage, neighbours);
  return {
    thumbnail: origin + blobPath(work.poster.file),
    title,
    description: description?.value ?? title,
    content: origin + blobPath(file),
    player: `${origin}/embed/${work.slug}?lang=${language}`,
    duration: work.duration ?? 0,
    published: work.datePublished ?? undefined,
  };
}
