import type { InterfaceLanguage } from "../i18n/interface-languages.ts";
import { ar } from "./strings/ar.ts";
import { en, type PlayerStrings } from "./strings/en.ts";
import { es } from "./strings/es.ts";
import { vi } from "./strings/vi.ts";

const byLanguage: Record<InterfaceLanguage, PlayerStrings> = { en, es, vi, ar };

/** The player's strings in a language. */
export function playerStringsIn(language: InterfaceLanguage): PlayerStrings {
  return byLanguage[language];
}
