import type { InterfaceLanguage } from "../i18n/interface-languages.ts";
import { stringsIn } from "../i18n/strings.ts";
import { lazy as ar } from "./strings/ar.ts";
import { lazy as en, type LazyScriptStrings, type PlayerScriptStrings } from "./strings/en.ts";
import { lazy as es } from "./strings/es.ts";
import { lazy as vi } from "./strings/vi.ts";
import { playerStringsIn } from "./strings.ts";

const byLanguage: Record<InterfaceLanguage, LazyScriptStrings> = { en, es, vi, ar };

/** The strings of the lazily loaded script in a language. The build needs them, not the Worker. */
export function scriptStringsIn(language: InterfaceLanguage): PlayerScriptStrings {
  const { openFilmPage, nextEpisode } = stringsIn(language);
  return { ...playerStringsIn(language), ...byLanguage[language], openFilmPage, nextEpisode };
}
