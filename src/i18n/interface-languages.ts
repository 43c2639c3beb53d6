import { defaultNeighbours, fallbackChain, type Neighbours } from "./fallback.ts";
import { baseLanguage } from "./tag.ts";

/** The languages of the interface; each has a file in `strings/`. Arabic is written from right to left. */
export const interfaceLanguages = ["en", "es", "vi", "ar"] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Whether a path segment or parameter names a language of the interface. */
export function isInterfaceLanguage(tag: string | undefined): tag is InterfaceLanguage {
  return interfaceLanguages.some((language) => language === tag);
}

/** The interface language for the labels of a text: the text's base language, else English. */
export function interfaceLanguageFor(language: string): InterfaceLanguage {
  const base = baseLanguage(language);
  return isInterfaceLanguage(base) ? base : "en";
}

/**
 * The interface language of the pages for a reader of any language: the language itself, its base language, one that
 * the library's settings name as a substitute, else English.
 */
export function nearestInterfaceLanguage(
  tag: string,
  neighbours: Neighbours = defaultNeighbours,
): InterfaceLanguage {
  const bases = fallbackChain(tag, "en", neighbours).map(baseLanguage);
  return bases.find(isInterfaceLanguage) ?? "en";
}
