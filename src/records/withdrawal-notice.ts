import { nameOfLanguageIn } from "../i18n/names.ts";
import { baseLanguage, isLanguageTag } from "../i18n/tag.ts";

/** How long a notice may be, in characters: some sentences. */
const maxNoticeLength = 2000;

/**
 * Says what is wrong with a withdrawal's notice in one language; undefined if it is valid. It is checked before
 * anything is withdrawn, by the command line and by the server.
 */
export function explainNotice(language: string, notice: string): string | undefined {
  if (!isLanguageTag(language) || !isLanguage(language)) {
    return `“${language.slice(0, 40)}” isn't a language tag: write for example en, es, vi or es-MX`;
  }
  if (/[^\P{Cc}\n]/u.test(notice)) {
    return `the notice in ${language} contains control characters: write plain text`;
  }
  // Invisible characters alone are no text.
  if (/^[\p{Z}\p{Cc}\p{Cf}\p{M}]*$/u.test(notice)) {
    return `the notice in ${language} has no text: write one, or leave the language out`;
  }
  if (notice.length > maxNoticeLength) {
    return `the notice in ${language} has more than ${maxNoticeLength} characters: write less`;
  }
  return undefined;
}

/** Tags of no language (ISO 639-2): undetermined, none, several, unlisted, and those for private use. */
const notLanguages = /^(?:und|zxx|mul|mis|q[a-t][a-z])$/;

/**
 * Whether a tag's base language exists. Languages of two letters all have a name in English; of three letters
 * there are more than any table of names has.
 */
function isLanguage(tag: string): boolean {
  const base = baseLanguage(tag);
  if (notLanguages.test(base)) return false;
  return base.length > 2 || nameOfLanguageIn(base, "en") !== base;
}
