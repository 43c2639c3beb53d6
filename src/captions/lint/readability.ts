/**
 * The maximum reading speed and line length of captions by language: the limits for adult programs in the
 * Netflix Timed Text Style Guides (https://partnerhelp.netflixstudios.com), from the table at
 * https://sublingo.cc/guides/subtitle-specs-by-language (June 2026). Languages that aren't in the table
 * get the most common limit. The limits are advice: exceeding them is a warning.
 */
const defaultCharactersPerSecond = 17;
const charactersPerSecondByLanguage = new Map([
  ["en", 20],
  ["ko", 12],
  ["zh", 9],
  ["yue", 9],
  ["ja", 4],
]);

const defaultCharactersPerLine = 42;
const charactersPerLineByLanguage = new Map([
  ["ko", 16],
  ["zh", 16],
  ["yue", 16],
  ["ja", 13],
]);

/** The maximum number of characters per second that are easy to read in a language (BCP 47 tag). */
export function maxCharactersPerSecond(language: string): number {
  return charactersPerSecondByLanguage.get(languageSubtag(language)) ?? defaultCharactersPerSecond;
}

/** The maximum number of characters per line that are easy to read in a language (BCP 47 tag). */
export function maxCharactersPerLine(language: string): number {
  return charactersPerLineByLanguage.get(languageSubtag(language)) ?? defaultCharactersPerLine;
}

/** Counts characters as a reader would: combining marks are part of their letter. */
export function countCharacters(text: string): number {
  return [...text.replace(/[\p{M}\p{Cf}]/gu, "")].length;
}

function languageSubtag(language: string): string {
  return (language.split("-", 1)[0] ?? "").toLowerCase();
}
