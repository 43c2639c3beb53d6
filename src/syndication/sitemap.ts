import { toLine } from "../i18n/line.ts";
import { escapeXml } from "./xml.ts";

/** A film in a sitemap's video extension, in the language of its page. */
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

interface Alternate {
  /** As `hreflang` takes it. */
  readonly language: string;
  readonly address: string;
}

/** A page of the site in one language, with the addresses of its other languages. */
export interface SitemapEntry {
  readonly address: string;
  /** Those in which it has a translation, itself among them. The first is for readers of any other language, too. */
  readonly alternates: readonly Alternate[];
  readonly video?: SitemapVideo | undefined;
}

/** A sitemap (sitemaps.org protocol 0.9) with hreflang alternates and Google's video extension 1.1. */
export function writeSitemap(entries: readonly SitemapEntry[]): string {
  return `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
${entries.map(entryXml).join("")}</urlset>
`;
}

/** A sitemap index. @param addresses at most 50,000 (sitemaps.org protocol 0.9) */
export function writeSitemapIndex(addresses: readonly string[]): string {
  return `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `<sitemap>${element("loc", address)}</sitemap>\n`).join("")}</sitemapindex>
`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Limits of Google's video extension, in characters and in seconds. */
const maxTitleLength = 100;
const maxDescriptionLength = 2048;
const maxDuration = 28_800;

function entryXml({ address, alternates, video }: SitemapEntry): string {
  const [first] = alternates;
  const all =
    first === undefined ? [] : [...alternates, { language: "x-default", address: first.address }];
  const others = all.map(
    (other) =>
      `<xhtml:link rel="alternate" hreflang="${escapeXml(other.language)}" href="${escapeXml(other.address)}"/>`,
  );
  return `<url>${element("loc", address)}${others.join("")}${video === undefined ? "" : videoXml(video)}</url>\n`;
}

function videoXml(video: SitemapVideo): string {
  const duration = Math.min(Math.max(1, Math.round(video.duration)), maxDuration);
  const parts = [
    element("video:thumbnail_loc", video.thumbnail),
    element("video:title", truncate(toLine(video.title), maxTitleLength)),
    element("video:description", truncate(toLine(video.description), maxDescriptionLength)),
    element("video:content_loc", video.content),
    element("video:player_loc", video.player),
    element("video:duration", String(duration)),
    ...(video.published === undefined ? [] : [element("video:publication_date", video.published)]),
  ];
  return `<video:video>${parts.join("")}</video:video>`;
}

/** The beginning of a text, cut between code points. */
function truncate(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
