/**
 * Light stemming of Arabic: what is written onto a word is taken off, and its root isn't looked for (Larkey, Ballesteros
 * and Connell, "Light Stemming for Arabic Information Retrieval", 2007; here with the pronouns too). At least three
 * letters stay each time.
 */

/** The article with what may be before it, and “and”, but for common words that begin with this letter. */
const before = /^(?:[وف]?(?:[بك]?ال|لل)|و(?!لاي|زار|زير|كال|ثي|ثا|سيل)(?=....))(?=...)/;
/** Pronouns; endings of the plural, the dual and the feminine; then those of what is left. Twice: قانونية, قانون. */
const after = [/(?<=...)(?:هما|ه[امن]?|ك[من]?|نا)$/, /(?<=...)(?:[اوي]ن|ات?|ت)$/, /(?<=...)[يه]$/];

/** An Arabic word without what is written before it. @param word as search compares it (`normalizeWord`) */
export const withoutArticle = (word: string): string => word.replace(before, "");

/** The stem of a word without its article. */
export const stemArabic = (word: string): string =>
  [...after, ...after].reduce((stem, ending) => stem.replace(ending, ""), word);
