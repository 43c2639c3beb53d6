/**
 * How fast and how wide captions may be, by language: the limits for adult programmes in the
 * Netflix Timed Text Style Guides (https://partnerhelp.netflixstudios.com), taken from the table at
 * https://sublingo.cc/guides/subtitle-specs-by-language (June 2026). A language that the table
 * does not name gets the commonest limit. They are advice: findings from them are warnings.
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

/** The most characters a second that are easy to read in a language (BCP 47 tag). */
export function maxCharactersPerSecond(language: string): number {
  return charactersPerSecondByLanguage.get(base(language)) ?? defaultCharactersPerSecond;
}

/** The most characters in a line that are easy to read in a language (BCP 47 tag). */
export function maxCharactersPerLine(language: string): number {
  return charactersPerLineByLanguage.get(base(language)) ?? defaultCharactersPerLine;
}

/** Characters as a reader counts them: marks above and below a letter are part of it. */
export function countCharacters(text: string): number {
  return [...text.replace(/[\p{M}\p{Cf}]/gu, "")].length;
}

function base(language: string): string {
  return (language.split("-", 1)[0] ?? "").toLowerCase();
}
