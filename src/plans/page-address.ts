import { type InterfaceLanguage, isInterfaceLanguage } from "../i18n/interface-languages.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { pagePath } from "../records/addresses.ts";
import type { LibraryItem } from "../records/schema/record.ts";

/** The address of a work's page, in its own language if the interface has it. @param url the library's address */
export function pageAddress(url: string, record: LibraryItem): string {
  const base = baseLanguage(record.inLanguage);
  const language: InterfaceLanguage = isInterfaceLanguage(base) ? base : "en";
  return url + pagePath(language, record);
}
