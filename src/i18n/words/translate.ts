import type { LocalText } from "../fallback.ts";
import { baseLanguage } from "../tag.ts";

/** English words, in lower case, in the other languages of the interface. */
export type WordTable = Readonly<
  Record<string, { readonly es: string; readonly vi: string; readonly ar: string }>
>;

/**
 * Translates a word that manifests write in any language.
 * @param original the language of the manifest's own words
 * @returns the word as it is written if the table doesn't have it, or if it is in the reader's language already
 */
export function translateWord(
  table: WordTable,
  word: string,
  reader: string,
  original: string,
): Pick<LocalText, "value" | "language"> {
  const written = word.trim();
  const language = baseLanguage(reader);
  const key = written.normalize("NFC").toLowerCase();
  const row = Object.hasOwn(table, key) ? table[key] : undefined;
  if (row === undefined) return { value: written, language: original };
  if (language === "es" || language === "vi" || language === "ar") {
    return { value: row[language], language };
  }
  return { value: written, language: "en" };
}
