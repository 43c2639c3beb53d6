import { type ConsoleTexts, en } from "./strings/en.ts";
import { es } from "./strings/es.ts";
import type { ConsoleLanguage } from "./strings.ts";

const byLanguage: Record<ConsoleLanguage, ConsoleTexts> = { en, es };

/** The console's texts in a language, of which the build makes a static asset (scripts/build.ts). */
export const consoleTextsIn = (language: ConsoleLanguage): ConsoleTexts => byLanguage[language];
