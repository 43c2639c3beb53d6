import { baseLanguage } from "../../i18n/tag.ts";
import { captionsPath, chaptersPath, readPath, watchPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import { licenseUrl } from "../../records/schema/license.ts";
import type { SeriesRecord, Track } from "../../records/schema/record.ts";
import { topicNamesFor } from "../../records/topics.ts";
import { languagesOf, spokenTracks } from "../../records/tracks.ts";
import type { FeedDocument, FeedEpisode, FeedItem } from "../../records/views.ts";
import { pdfOf } from "../metadata/document.ts";
import { isAuthorRole } from "../roles.ts";
import { emptyElement, parentElement, textElement } from "../xml.ts";
import { chaptersType } from "./chapters.ts";
import { formatRssDate } from "./date.ts";
import { describeForFeed } from "./description.ts";
import { enclosureElement, episodeEnclosures } from "./enclosures.ts";
import { personElements } from "./people.ts";
import { isShownInFeeds } from "./pictures.ts";
import { shortName } from "./short-name.ts";

export interface ItemOptions {
  readonly reader: Reader;
  /** The series that the feed is of. */
  readonly series: SeriesRecord | undefined;
  /** The organization's name. */
  readonly publisher: string | undefined;
  readonly origin: string;
}

/** A work as an `item` of RSS 2.0, with what podcast programs read of it. */
export function itemElement({ record, hasChapters }: FeedItem, options: ItemOptions): string {
  const { reader, publisher, origin } = options;
  const { inLanguage, slug, name, datePublished, credits = [], license } = record;
  const path = record.kind === "Episode" ? watchPath : readPath;
  const page = origin + path(reader.language, slug);
  const title = reader.choose(name, inLanguage);
  const language = title?.fellBack ? title.language : undefined;
  const { summary, html } = describeForFeed(record, languagesOf(record), reader, page);
  const authors = credits.filter(({ role }) => isAuthorRole(role));
  const terms = licenseUrl(license);
  return `${parentElement("item", {}, [
    textElement("title", title?.value ?? slug, { "xml:lang": language }),
    textElement("link", page),
    textElement("guid", page, { isPermaLink: "true" }),
    textElement("pubDate", datePublished && formatRssDate(datePublished)),
    textElement("description", summary),
    textElement("content:encoded", html),
    ...authors.map((author) => textElement("dc:creator", author.name)),
    textElement("itunes:author", authors.map((author) => author.name).join(", ") || publisher),
    textElement("itunes:explicit", "false"),
    ...topicNamesFor(record, reader).map((word) => textElement("category", word)),
    // Podcasting 2.0: a license that isn't a usual one has an address.
    textElement("podcast:license", terms && license?.toLowerCase(), { url: terms }),
    ...(record.kind === "Episode"
      ? episodeElements(record, hasChapters, options)
      : documentElements(record, options)),
  ])}\n`;
}

function episodeElements(
  episode: FeedEpisode,
  hasChapters: boolean,
  { reader, series, origin }: ItemOptions,
): string[] {
  const { slug, poster, duration, inLanguage } = episode;
  const { language } = reader;
  const season = series?.seasons?.find((one) => one.season === episode.season);
  const seasonName = season && reader.choose(season.name, series?.inLanguage ?? inLanguage)?.value;
  const tracks = inFeedLanguageFirst(spokenTracks(episode), reader);
  const translator = tracks.find(
    (track) => baseLanguage(track.inLanguage) === language,
  )?.translator;
  // Apple's and Podcasting 2.0's numbers start at 1.
  const number = episode.episode || undefined;
  return [
    textElement("itunes:title", reader.choose(episode.name, inLanguage)?.value),
    textElement("itunes:duration", Math.round(duration)),
    textElement("itunes:season", episode.season),
    textElement("itunes:episode", number),
    textElement("itunes:episodeType", "full"),
    isShownInFeeds(poster?.file)
      ? emptyElement("itunes:image", { href: origin + blobPath(poster.file) })
      : "",
    textElement("podcast:season", episode.season, {
      name: seasonName && shortName(seasonName),
    }),
    textElement("podcast:episode", number),
    ...episodeEnclosures(episode, reader, origin),
    ...tracks.flatMap((track) => transcriptElements(slug, track, origin)),
    hasChapters
      ? emptyElement("podcast:chapters", {
          url: origin + chaptersPath(slug, language),
          type: chaptersType,
        })
      : "",
    ...personElements(episode.credits, translator),
  ];
}

/** A document has its PDF, if it has one. */
function documentElements(document: FeedDocument, { reader, origin }: ItemOptions): string[] {
  const pdf = pdfOf(document, reader);
  return pdf === undefined ? [] : [enclosureElement(pdf.file, origin)];
}

/** A track in the formats that podcast programs read. WebVTT stands first, as Apple and Podcasting 2.0 prefer it. */
function transcriptElements(slug: string, { inLanguage }: Track, origin: string): string[] {
  return Object.entries(transcriptTypes).map(([extension, type]) =>
    emptyElement("podcast:transcript", {
      url: origin + captionsPath(slug, inLanguage, extension),
      type,
      language: inLanguage,
      rel: "captions",
    }),
  );
}

const transcriptTypes = { vtt: "text/vtt", srt: "application/x-subrip" };

/** AntennaPod and Podverse take the first transcript, whatever its language. */
function inFeedLanguageFirst(tracks: readonly Track[], { language }: Reader): Track[] {
  const isOther = ({ inLanguage }: Track) => Number(baseLanguage(inLanguage) !== language);
  return [...tracks].sort((a, b) => isOther(a) - isOther(b));
}
