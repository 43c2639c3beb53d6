import { escapeXml } from "./xml.ts";
/** A film as a sitemap's video extension tells of it, in the language of its page. */
export interface SitemapVideo {
  /** Address of the poster. */
  readonly thumbnail: string;
  readonly title: string;
  readonly description: string;
  /** Address of the film's file. */
  readonly content: string;
  /** Address of the embed. */
  readonly player: string;
  /** In seconds. */
  readonly duration: number;
  /** ISO 8601. */
  readonly published: string | undefined;
}

/** One page of the site in one language, with the same page in the others. */
export interface SitemapEntry {
  readonly address: string;
  readonly alternates: readonly { readonly language: string; readonly address: string }[];
  readonly video?: SitemapVideo | undefined;
}

/** A sitemap (sitemaps.org protocol 0.9) with hreflang alternates and Google's video extension 1.1. */
export function writeSitemap(entries: readonly SitemapEntry[]): string {
  return `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
${entries.map(entryXml).join("")}</urlset>
`;
}

/** A sitemap of sitemaps. @param addresses 50,000 at the most, says the protocol */
export function writeSitemapIndex(addresses: readonly string[]): string {
  return `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `<sitemap>${element("loc", address)}</sitemap>\n`).join("")}</sitemapindex>
`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What the video extension takes, in characters and in seconds. */
const longestTitle = 100;
const longestDescription = 2048;
const longestFilm = 28_800;

function entryXml({ address, alternates, video }: SitemapEntry): string {
  const others = alternates.map(
    (other) =>
      `<xhtml:link rel="alternate" hreflang="${escapeXml(other.language)}" href="${escapeXml(other.address)}"/>`,
  );
  return `<url>${element("loc", address)}${others.join("")}${video === undefined ? "" : videoXml(video)}</url>\n`;
}

function videoXml(video: SitemapVideo): string {
  const duration = Math.min(Math.max(1, Math.round(video.duration)), longestFilm);
  const parts = [
    element("video:thumbnail_loc", video.thumbnail),
    element("video:title", cut(video.title, longestTitle)),
    element("video:description", cut(video.description, longestDescription)),
    element("video:content_loc", video.content),
    element("video:player_loc", video.player),
    element("video:duration", String(duration)),
    ...(video.published === undefined ? [] : [element("video:publication_date", video.published)]),
  ];
  return `<video:video>${parts.join("")}</video:video>`;
}

/** A text's beginning, without half a character at its end. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
