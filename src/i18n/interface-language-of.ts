import { type InterfaceLanguage, isInterfaceLanguage } from "./interface-languages.ts";
import { baseLanguage, canonicalTag } from "./tag.ts";

/** The language of the interface that a tag stands for, in any letters and with any country: `ES-mx` is `es`. */
export function interfaceLanguageOf(tag: string | undefined): InterfaceLanguage | undefined {
  const canonical = tag === undefined ? undefined : canonicalTag(tag);
  const base = canonical && baseLanguage(canonical);
  return isInterfaceLanguage(base) ? base : undefined;
}
