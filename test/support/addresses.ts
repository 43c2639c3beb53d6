import { origin } from "./ask.ts";
import { document, episode, librarySettings, publish, series } from "./library.ts";

/** Publishes a film in a series and a document; a draft, a scheduled and a withdrawn film. */
export async function publishSampleLibrary() {
  await publish(librarySettings({ reportMistakes: "inbox" }));
  await publish(series("tale"));
  const film = await episode("film", { series: "tale", episode: 1 });
  await publish(film);
  await publish(await episode("film-2", { series: "tale", episode: 2 }));
  await publish(await document("paper", { related: ["film", "film-2"] }));
  await publish(await episode("draft", { series: "tale", status: "draft" }));
  await publish(await episode("soon", { series: "tale", datePublished: "2999-01-01" }));
  const withdrawalNotice = { en: "A participant asked for it.", es: "Lo pidió una participante." };
  await publish(await episode("gone", { status: "withdrawn", withdrawalNotice }));
  await publish(await document("gone-paper", { status: "withdrawn", withdrawalNotice }));
  const [medium] = film.video;
  if (medium === undefined) throw new Error("the film has a file");
  return { film, media: `/media/${medium.sha256}.webm` };
}

/** Every address that a work in a library has. */
export const addressesOf = (slug: string) => [
  `/en/watch/${slug}`,
  `/es/read/${slug}`,
  `/embed/${slug}`,
  `/captions/${slug}/en.vtt`,
  `/captions/${slug}/en.srt`,
  `/transcripts/${slug}/en.txt`,
  `/transcripts/${slug}/en.html`,
  `/transcripts/${slug}/en/corrections`,
  `/chapters/${slug}/en.json`,
  `/cite/${slug}.ris`,
  `/cite/${slug}.bib`,
  `/cite/${slug}.json`,
  `/api/v1/works/${slug}`,
  `/iiif/${slug}/manifest.json`,
  `/lms/${slug}.imscc`,
  `/iiif/${slug}/search?q=hello`,
];

/** Public addresses that answer 200 in the sample library, except media. */
export const publicAddresses = [
  "/en/",
  "/es/library",
  "/vi/series/tale",
  "/ar/watch/film",
  "/en/watch/film?beside=es",
  "/en/read/paper",
  "/embed/film",
  "/embed/paper?lang=es",
  "/embed/tale",
  "/embed/series/tale?lang=es",
  `/oembed?url=${origin}/vi/watch/film`,
  `/oembed?format=xml&url=${origin}/read/paper`,
  "/captions/film/es.vtt",
  "/captions/film/es.srt",
  "/transcripts/film/en.html",
  "/transcripts/film/en.txt",
  "/transcripts/film/en.vtt",
  "/transcripts/film/en.srt",
  "/transcripts/film/en.md?times=1",
  "/transcripts/film/en.csv",
  "/transcripts/film/en.json",
  "/transcripts/film/en+es.html",
  "/transcripts/film/es/corrections",
  "/chapters/film/es.json",
  "/feeds/en.rss",
  "/feeds/tale/es.rss",
  "/cite/film.ris?lang=es",
  "/cite/paper.bib",
  "/cite/film.json",
  "/iiif/film/manifest.json",
  "/lms/film.imscc?lang=en",
  "/lms/series/tale.imscc?lang=es",
  "/iiif/series/tale/collection.json",
  "/api/v1/works",
  "/api/v1/works/film",
  "/api/v1/works/paper?lang=vi",
  "/api/v1/series?limit=1",
  "/api/v1/series/tale",
  "/api/v1/languages",
  "/es/search",
  "/vi/about/privacy",
  "/opensearch.xml",
  "/sitemap.xml",
  "/llms.txt",
  "/docs/problems",
  "/api",
];
