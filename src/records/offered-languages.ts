import { type InterfaceLanguage, interfaceLanguages } from "../i18n/interface-languages.ts";
import type { LibraryRecord } from "./schema/record.ts";

/** The languages that a library's pages offer, in its own order: all there are, where it names none. */
export function offeredLanguages(
  settings: LibraryRecord | undefined,
): readonly InterfaceLanguage[] {
  return settings?.interfaceLanguages ?? interfaceLanguages;
}
