import { type InterfaceLanguage, interfaceLanguages } from "../i18n/interface-languages.ts";
import type { LibraryRecord } from "./schema/record.ts";

/** The languages of a library's pages, in its order; all available ones if the library names none. */
export function offeredLanguages(
  settings: LibraryRecord | undefined,
): readonly InterfaceLanguage[] {
  return settings?.interfaceLanguages ?? interfaceLanguages;
}
