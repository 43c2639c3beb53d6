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
