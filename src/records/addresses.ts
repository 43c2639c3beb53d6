import { baseLanguage } from "../i18n/tag.ts";
import type { LibraryItem } from "./schema/record.ts";

/** Every public address in one place (DESIGN 3); all are paths on the library's own origin. */

/** What stands after the `?` of an address; what is undefined or empty is left out. */
export type QueryParameters = Readonly<Record<string, string | undefined>>;

/** The end of an address, from its `?` on; empty where nothing is given. */
export function queryString(parameters: QueryParameters): string {
  const given = Object.entries(parameters).filter(
    ([, value]) => value !== undefined && value !== "",
  );
  const query = given.map(([key, value]) => `${key}=${encodeURIComponent(value ?? "")}`).join("&");
  return query === "" ? "" : `?${query}`;
}

/**
 * Which language stands beside a page's text once the page is in another one: who turns to the language that
 * stood beside has the two change sides.
 */
export const secondaryAfterSwitch = (
  other: string,
  shown: string | undefined,
  secondary: string | undefined,
) => (secondary !== undefined && baseLanguage(secondary) === other ? shown : secondary);

export const homePath = (language: string) => `/${language}/`;
/** @param parameters what narrows the list */
export const libraryPath = (language: string, parameters: QueryParameters = {}) =>
  `/${language}/library${queryString(parameters)}`;
export const seriesPath = (language: string, slug: string) => `/${language}/series/${slug}`;
/** @param parameters what the page shows beside the film: `t`, `beside` */
export const watchPath = (language: string, slug: string, parameters: QueryParameters = {}) =>
  `/${language}/watch/${slug}${queryString(parameters)}`;
export const readPath = (language: string, slug: string) => `/${language}/read/${slug}`;
/** @param parameters what is looked for, and what narrows it */
export const searchPath = (language: string, parameters: QueryParameters = {}) =>
  `/${language}/search${queryString(parameters)}`;
export const accentPath = ({ light, dark }: { light: string; dark: string }) =>
  `/accent/${light.slice(1)}-${dark.slice(1)}.css`.toLowerCase();
/** The pages that a library has about itself: the last part of their addresses. */
export const aboutNames = ["accessibility", "privacy", "embed", "cite", "contact"] as const;
export type AboutName = (typeof aboutNames)[number];
export const aboutPath = (language: string, name: AboutName) => `/${language}/about/${name}`;
export const captionsPath = (slug: string, language: string, extension = "vtt") =>
  `/captions/${slug}/${language}.${extension}`;
export const transcriptPath = (slug: string, language: string, extension: string) =>
  `/transcripts/${slug}/${language}.${extension}`;
export const correctionsPath = (slug: string, language: string) =>
  `/transcripts/${slug}/${language}/corrections`;
export const citePath = (slug: string, language: string, extension: string) =>
  `/cite/${slug}.${extension}?lang=${language}`;
export const packPath = (slug: string, language: string) =>
  `/transcripts/${slug}/pack.zip?lang=${language}`;

/** The page of a work, series or the library itself, in an interface language. */
export function pagePath(language: string, item: Pick<LibraryItem, "kind" | "slug">): string {
  if (item.kind === "Library") return homePath(language);
  if (item.kind === "Series") return seriesPath(language, item.slug);
  return item.kind === "Episode" ? watchPath(language, item.slug) : readPath(language, item.slug);
}
