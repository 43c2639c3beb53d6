import type { InterfaceLanguage } from "../i18n/interface-languages.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { offeredLanguages } from "./offered-languages.ts";
import type { LibraryRecord, SeriesRecord, WorkRecord } from "./schema/record.ts";
import { languagesOf } from "./tracks.ts";

/**
 * The languages in which a work has a page of its own: those offered in which it can be followed, or, for a series
 * and a film without speech, in which it has a title. The original's comes first.
 */
export function pageLanguagesOf(
  item: WorkRecord | SeriesRecord,
  settings: LibraryRecord | undefined,
): readonly InterfaceLanguage[] {
  const offered = offeredLanguages(settings);
  const followed = item.kind === "Series" ? [] : offeredIn(languagesOf(item), offered);
  const found = followed.length > 0 ? followed : offeredIn(Object.keys(item.name), offered);
  const original = baseLanguage(item.inLanguage);
  return [...found].sort((a, b) => Number(b === original) - Number(a === original));
}

function offeredIn(tags: readonly string[], offered: readonly InterfaceLanguage[]) {
  return offered.filter((language) => tags.some((tag) => baseLanguage(tag) === language));
}
