import type { InterfaceLanguage } from "../i18n/interface-languages.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { offeredLanguages } from "./offered-languages.ts";
import type { LibraryRecord, SeriesRecord, WorkRecord } from "./schema/record.ts";
import { languagesOf } from "./tracks.ts";

/** What says in which languages a work has pages. */
export interface PageLanguageSource {
  /** The original's. */
  readonly inLanguage: string;
  /** The languages in which it can be followed; of a series none. */
  readonly followed: readonly string[];
  /** The languages of its titles. */
  readonly named: readonly string[];
}

/** The languages in which a work has a page of its own (`choosePageLanguages`). */
export function pageLanguagesOf(
  item: WorkRecord | SeriesRecord,
  settings: LibraryRecord | undefined,
): readonly InterfaceLanguage[] {
  const followed = item.kind === "Series" ? [] : languagesOf(item);
  const { inLanguage, name } = item;
  return choosePageLanguages({ inLanguage, followed, named: Object.keys(name) }, settings);
}

/**
 * The languages in which a work has a page of its own: those offered in which it can be followed, or, for a series
 * and a film without speech, in which it has a title. The original's comes first.
 */
export function choosePageLanguages(
  { inLanguage, followed, named }: PageLanguageSource,
  settings: LibraryRecord | undefined,
): readonly InterfaceLanguage[] {
  const offered = offeredLanguages(settings);
  const heard = offeredIn(followed, offered);
  const found = heard.length > 0 ? heard : offeredIn(named, offered);
  const original = baseLanguage(inLanguage);
  return [...found].sort((a, b) => Number(b === original) - Number(a === original));
}

function offeredIn(tags: readonly string[], offered: readonly InterfaceLanguage[]) {
  return offered.filter((language) => tags.some((tag) => baseLanguage(tag) === language));
}
