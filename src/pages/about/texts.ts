import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import type { AboutName } from "../../records/addresses.ts";
import { ar } from "./texts/ar.ts";
import { type AboutPages, en } from "./texts/en.ts";
import { es } from "./texts/es.ts";
import { vi } from "./texts/vi.ts";

const byLanguage: Record<InterfaceLanguage, AboutPages> = { en, es, vi, ar };

/** A page about the library itself, in Markdown; `{origin}` and `{embedCode:TITLE}` are filled in. */
export function aboutPageIn(language: InterfaceLanguage, name: AboutName) {
  return byLanguage[language][name];
}
