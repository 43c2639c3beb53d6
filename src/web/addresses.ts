import type { LibraryItem } from "../library/record.ts";

/** Every public address in one place (DESIGN 3); all are paths on the library's own origin. */

export const homePath = (language: string) => `/${language}/`;
export const libraryPath = (language: string) => `/${language}/library`;
export const seriesPath = (language: string, slug: string) => `/${language}/series/${slug}`;
export const watchPath = (language: string, slug: string) => `/${language}/watch/${slug}`;
export const readPath = (language: string, slug: string) => `/${language}/read/${slug}`;
export const captionsPath = (slug: string, language: string, extension = "vtt") =>
  `/captions/${slug}/${language}.${extension}`;
export const transcriptPath = (slug: string, language: string, extension: string) =>
  `/transcripts/${slug}/${language}.${extension}`;

/** The page of a work, series or the library itself, in an interface language. */
export function pagePath(language: string, item: LibraryItem): string {
  if (item.kind === "Library") return homePath(language);
  if (item.kind === "Series") return seriesPath(language, item.slug);
  return item.kind === "Episode" ? watchPath(language, item.slug) : readPath(language, item.slug);
}
