import { toLine } from "../../i18n/line.ts";
import { feedPath, homePath, seriesPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryRecord, SeriesRecord } from "../../records/schema/record.ts";
import { topicWordsOf } from "../../records/topics.ts";
import type { FeedItem } from "../../records/views.ts";
import { emptyElement, escapeXml, parentElement, textElement } from "../xml.ts";
import { appleCategories } from "./categories.ts";
import { formatRssDate } from "./date.ts";
import { podcastGuid } from "./guid.ts";
import { itemElement } from "./item.ts";
import { channelPicture } from "./pictures.ts";

export interface FeedSource {
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  /** The series that the feed is of; undefined if it is of everything new in a language. */
  readonly series: SeriesRecord | undefined;
  /** The newest first. */
  readonly items: readonly FeedItem[];
  /** The cursors of this page and of the next one, if the feed has several pages. */
  readonly cursor: string | undefined;
  readonly next: string | undefined;
  readonly origin: string;
}

export const feedType = "application/rss+xml";

/** The namespaces of the formats that a feed contains. */
const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:fh": "http://purl.org/syndication/history/1.0",
  "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
  "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
};

/**
 * A feed as RSS 2.0 with the tags of Apple (itunes) and Podcasting 2.0 (podcast). It has pages (RFC 5005, section 3)
 * if there are many works; a feed of one page says that it is complete (section 2), so that programs drop what has
 * left it.
 */
export async function writeFeed(source: FeedSource): Promise<string> {
  const { reader, settings, series, items, origin } = source;
  const publisher = settings && reader.choose(settings.publisher.name, settings.inLanguage)?.value;
  const options = { reader, series, publisher, origin };
  const channel = parentElement("channel", {}, [
    ...pageLinks(source),
    ...(await channelElements(source, publisher)),
    "\n",
    ...items.map((item) => itemElement(item, options)),
  ]);
  const rss = parentElement("rss", { version: "2.0", ...namespaces }, [channel]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${rss}\n`;
}

function pageLinks({ reader, series, cursor, next, origin }: FeedSource): string[] {
  const address = (page?: string) =>
    origin + feedPath(reader.language, series?.slug, { cursor: page });
  const link = (rel: string, href: string) =>
    emptyElement("atom:link", { rel, type: feedType, href });
  return [
    link("self", address(cursor)),
    ...(cursor === undefined ? [] : [link("first", address())]),
    ...(next === undefined ? [] : [link("next", address(next))]),
    ...(cursor === undefined && next === undefined ? ["<fh:complete/>"] : []),
  ];
}

async function channelElements(
  source: FeedSource,
  publisher: string | undefined,
): Promise<string[]> {
  const { reader, settings, series, items, origin } = source;
  const { language } = reader;
  const library = settings && reader.choose(settings.name, settings.inLanguage);
  const name = series ? reader.choose(series.name, series.inLanguage) : library;
  const title = name?.value ?? series?.slug ?? "Videoteca";
  const about =
    (series && reader.choose(series.description, series.inLanguage)) ??
    (settings && reader.choose(settings.description, settings.inLanguage));
  const page = origin + (series ? seriesPath(language, series.slug) : homePath(language));
  const newest = items.find(({ record }) => record.datePublished !== undefined)?.record;
  const picture = channelPicture(source);
  const image = picture && origin + blobPath(picture);
  const topics = items.flatMap(({ record }) => topicWordsOf(record));
  const titleLanguage = name?.fellBack ? name.language : undefined;
  return [
    textElement("title", title, { "xml:lang": titleLanguage }),
    textElement("link", page),
    textElement("description", escapeXml(toLine(about?.value ?? title)), {
      "xml:lang": about?.fellBack ? about.language : undefined,
    }),
    textElement("language", language),
    textElement("pubDate", newest?.datePublished && formatRssDate(newest.datePublished)),
    textElement("generator", "Videoteca"),
    image === undefined
      ? ""
      : parentElement("image", {}, [
          textElement("url", image),
          textElement("title", title),
          textElement("link", page),
        ]),
    image === undefined ? "" : emptyElement("itunes:image", { href: image }),
    textElement("itunes:author", publisher),
    ...ownerElements(settings, publisher),
    // Apple requires an answer. “Explicit” would hide films from schools; a content warning is in the description.
    textElement("itunes:explicit", "false"),
    textElement("itunes:type", series === undefined ? "episodic" : "serial"),
    ...appleCategories(topics).map((text) => emptyElement("itunes:category", { text })),
    textElement("podcast:guid", await podcastGuid(origin + feedPath(language, series?.slug))),
    textElement("podcast:medium", series && mediumOf(items)),
  ];
}

/** Who publishes the library, for directories of podcasts. */
function ownerElements(settings: LibraryRecord | undefined, publisher: string | undefined) {
  const email = settings?.contact?.replace(/^mailto:/, "");
  if (email === undefined || !/^[^/:?]+@[^/:?]+$/.test(email)) return [];
  return [
    parentElement("itunes:owner", {}, [
      textElement("itunes:name", publisher),
      textElement("itunes:email", email),
    ]),
  ];
}

/** What a series is made of (Podcasting 2.0, `podcast:medium`): films, unless it is sound only. */
function mediumOf(items: readonly FeedItem[]): string {
  const isSound = ({ record }: FeedItem) => record.kind === "Episode" && record.video.length === 0;
  return items.length > 0 && items.every(isSound) ? "podcast" : "video";
}
