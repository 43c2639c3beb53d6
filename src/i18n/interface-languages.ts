/** The languages of the interface; each has a file in `strings/`. Arabic is written from right to left. */
export const interfaceLanguages = ["en", "es", "vi", "ar"] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Whether a path segment or parameter names a language of the interface. */
export function isInterfaceLanguage(tag: string | undefined): tag is InterfaceLanguage {
  return interfaceLanguages.some((language) => language === tag);
}
