import * as z from "zod";
import type { ConsoleTexts } from "./strings/en.ts";
import { type ConsoleSentences, sentencesEn } from "./strings/sentences-en.ts";
import { sentencesEs } from "./strings/sentences-es.ts";

/** The languages that the console speaks: those of the staff, which are fewer than those of the readers. */
export const consoleLanguages = ["en", "es"] as const;
export type ConsoleLanguage = (typeof consoleLanguages)[number];

export function isConsoleLanguage(tag: string | undefined): tag is ConsoleLanguage {
  return consoleLanguages.some((language) => language === tag);
}

export type ConsoleStrings = ConsoleTexts & ConsoleSentences;

const sentences: Record<ConsoleLanguage, ConsoleSentences> = { en: sentencesEn, es: sentencesEs };

/** What the build wrote: typed there, and deployed with this Worker. */
const texts = z.custom<ConsoleTexts>((value) => typeof value === "object" && value !== null);

/** The console's strings in a language. @param json its texts, from the static asset `console.{language}.json` */
export function consoleStrings(language: ConsoleLanguage, json: string): ConsoleStrings {
  return { ...texts.parse(JSON.parse(json)), ...sentences[language] };
}
