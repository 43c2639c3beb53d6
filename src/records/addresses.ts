import { baseLanguage } from "../i18n/tag.ts";
import type { LibraryItem } from "./schema/record.ts";

/** Every public address in one place (DESIGN 3); all are paths on the library's own origin. */

/** An address's query parameters; undefined and empty ones are omitted. */
export type QueryParameters = Readonly<Record<string, string | undefined>>;

/**
 * An address's query with its `?`; empty if there are no parameters. Halves of surrogate pairs, which can't be encoded,
 * are replaced.
 */
export function queryString(parameters: QueryParameters): string {
  const given = Object.entries(parameters).filter(
    ([, value]) => value !== undefined && value !== "",
  );
  const query = given
    .map(([key, value = ""]) => `${key}=${encodeURIComponent(value.toWellFormed())}`)
    .join("&");
  return query === "" ? "" : `?${query}`;
}

/**
 * The secondary language after the reader switches to another language: if that was the secondary language,
 * the two are exchanged.
 */
export const secondaryAfterSwitch = (
  other: string,
  shown: string | undefined,
  secondary: string | undefined,
) => (secondary !== undefined && baseLanguage(secondary) === other ? shown : secondary);

export const homePath = (language: string) => `/${language}/`;
/** @param parameters the list's filters */
export const libraryPath = (language: string, parameters: QueryParameters = {}) =>
  `/${language}/library${queryString(parameters)}`;
/** @param parameters the `cursor` of a page of a long series */
export const seriesPath = (language: string, slug: string, parameters: QueryParameters = {}) =>
  `/${language}/series/${slug}${queryString(parameters)}`;
/** @param parameters the moment `t` and the secondary language `beside` */
export const watchPath = (language: string, slug: string, parameters: QueryParameters = {}) =>
  `/${language}/watch/${slug}${queryString(parameters)}`;
export const readPath = (language: string, slug: string) => `/${language}/read/${slug}`;
/** The form to report a mistake in a work. @param parameters the moment `t` and the language `text` of the text */
export const reportPath = (language: string, slug: string, parameters: QueryParameters = {}) =>
  `/${language}/report/${slug}${queryString(parameters)}`;
/** The form for the work that a page shows; undefined if it shows none. @param path of the page */
export function reportPathOf(path: string): string | undefined {
  const [, language, slug] = /^\/([a-z]+)\/(?:watch|read|series)\/([^/]+)$/.exec(path) ?? [];
  return language === undefined || slug === undefined ? undefined : reportPath(language, slug);
}
/** Whether a path is that of a form to report a mistake. */
export const isReportPath = (path: string) => /^\/[a-z]+\/report\//.test(path);
/** @param parameters how the film is shown (docs/embed.md) */
export const embedPath = (slug: string, parameters: QueryParameters = {}) =>
  `/embed/${slug}${queryString(parameters)}`;
/** @param parameters the `episode`, and how the film is shown */
export const seriesEmbedPath = (series: string, parameters: QueryParameters = {}) =>
  `/embed/series/${series}${queryString(parameters)}`;
/** @param address the absolute address of a page */
export const oEmbedPath = (address: string, format: string) =>
  `/oembed${queryString({ url: address, format })}`;
/** @param parameters the query and its filters */
export const searchPath = (language: string, parameters: QueryParameters = {}) =>
  `/${language}/search${queryString(parameters)}`;
export const accentPath = ({ light, dark }: { light: string; dark: string }) =>
  `/accent/${light.slice(1)}-${dark.slice(1)}.css`.toLowerCase();
/** The library's pages about itself: the last part of their addresses. */
export const aboutNames = ["accessibility", "privacy", "embed", "cite", "contact"] as const;
export type AboutName = (typeof aboutNames)[number];
export const aboutPath = (language: string, name: AboutName) => `/${language}/about/${name}`;
export const captionsPath = (slug: string, language: string, extension = "vtt") =>
  `/captions/${slug}/${language}.${extension}`;
export const transcriptPath = (slug: string, language: string, extension: string) =>
  `/transcripts/${slug}/${language}.${extension}`;
/** A film's chapters, for podcast programs. */
export const chaptersPath = (slug: string, language: string) =>
  `/chapters/${slug}/${language}.json`;
/**
 * A feed of a series, or without one of everything new in a language.
 * @param parameters the `cursor` of a page of a long feed
 */
export const feedPath = (language: string, series?: string, parameters: QueryParameters = {}) =>
  `/feeds/${series === undefined ? "" : `${series}/`}${language}.rss${queryString(parameters)}`;
/** A document to take along. */
export const textPath = (slug: string, language: string, extension: string) =>
  `/texts/${slug}/${language}.${extension}`;
export const correctionsPath = (slug: string, language: string) =>
  `/transcripts/${slug}/${language}/corrections`;
/** @param t the moment that is cited */
export const citePath = (slug: string, language: string, extension: string, t?: string) =>
  `/cite/${slug}.${extension}${queryString({ lang: language, t })}`;
export const packPath = (slug: string, language: string) =>
  `/transcripts/${slug}/pack.zip?lang=${language}`;

/** A course cartridge of a film, or of a series. */
export const cartridgePath = (slug: string, language: string) =>
  `/lms/${slug}.imscc?lang=${language}`;
export const seriesCartridgePath = (series: string, language?: string) =>
  `/lms/series/${series}.imscc${queryString({ lang: language })}`;
export const iiifPath = (slug: string, part = "manifest.json") => `/iiif/${slug}/${part}`;
/** @param parameters the `cursor` of a page of a long series */
export const iiifCollectionPath = (series: string, parameters: QueryParameters = {}) =>
  `/iiif/series/${series}/collection.json${queryString(parameters)}`;
export const apiWorkPath = (slug: string) => `/api/v1/works/${slug}`;
export const apiSeriesPath = (slug: string) => `/api/v1/series/${slug}`;

/** The page of a work, series or the library itself, in an interface language. */
export function pagePath(language: string, item: Pick<LibraryItem, "kind" | "slug">): string {
  if (item.kind === "Library") return homePath(language);
  if (item.kind === "Series") return seriesPath(language, item.slug);
  return item.kind === "Episode" ? watchPath(language, item.slug) : readPath(language, item.slug);
}
