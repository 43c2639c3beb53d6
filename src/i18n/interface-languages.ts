/** The languages the interface speaks; each has one file in `strings/`. Arabic proves right to left. */
export const interfaceLanguages = ["en", "es", "vi", "ar"] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Whether a path segment or parameter names a language the interface speaks. */
export function isInterfaceLanguage(tag: string | undefined): tag is InterfaceLanguage {
  return interfaceLanguages.some((language) => language === tag);
}
