import { type ConsoleStrings, en } from "./strings/en.ts";
import { es } from "./strings/es.ts";

/** The languages that the console speaks: those of the staff, which are fewer than those of the readers. */
export const consoleLanguages = ["en", "es"] as const;
export type ConsoleLanguage = (typeof consoleLanguages)[number];

export function isConsoleLanguage(tag: string | undefined): tag is ConsoleLanguage {
  return consoleLanguages.some((language) => language === tag);
}

const byLanguage: Record<ConsoleLanguage, ConsoleStrings> = { en, es };

/** The console's strings in a language. */
export function consoleStringsIn(language: ConsoleLanguage): ConsoleStrings {
  return byLanguage[language];
}

export type { ConsoleStrings };
