import { nameOfLanguage } from "../i18n/names.ts";
import { noLanguage } from "../i18n/tag.ts";
import type { Reader } from "../records/reader.ts";

/** A language as lists and filters show it. */
export interface LanguageLabel {
  readonly name: string;
  /** The language that the name itself is in. */
  readonly language: string;
}

/** A language's name in itself. Content without language, such as a film without speech, is described. */
export function languageLabel(tag: string, { strings, language }: Reader): LanguageLabel {
  return tag === noLanguage
    ? { name: strings.noSpeech, language }
    : { name: nameOfLanguage(tag), language: tag };
}
