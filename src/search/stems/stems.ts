import { stemmer as stemEnglish } from "stemmer";
import { memoize, memoizeWords } from "../../i18n/memoize.ts";
import { normalizeText } from "../../i18n/normalize.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { joinFacets } from "../facets.ts";
import { normalizeWord } from "../fold.ts";
import { stemArabic, withoutArticle } from "./arabic.ts";
import { irregularForms } from "./irregular-forms.ts";
import { stemSpanish } from "./spanish.ts";

/**
 * The stems of words, in languages in which words of one stem have many forms. Vietnamese has none: a syllable is
 * always written in the same way.
 */
type StemmedLanguage = "en" | "es" | "ar";
export const stemmedLanguages: readonly StemmedLanguage[] = ["en", "es", "ar"];

/** Shorter stems say too little. Our choice. */
const minStemLength = 3;

/** Stems of words in a script; an empty text for a word without one. */
const stemmerFor = (script: RegExp, stem: (word: string) => string) =>
  memoizeWords((word) => {
    const found = script.test(word) ? stem(normalizeText(word)) : "";
    return found.length < minStemLength || /[^\p{L}]/u.test(found) ? "" : found;
  });

const latin = /^\p{Script=Latin}/u;

const stemmers: Record<StemmedLanguage, (word: string) => string> = {
  // British spelling: labour, organised. Porter's rules don't join the noun to its verb: detention, detain.
  en: stemmerFor(latin, (word) =>
    stemEnglish(
      regularForm(normalizeWord(word))
        .replace(/(?<=..)our/, "or")
        .replace(/is(?=(?:e[drs]?|ing|ations?)$)/, "iz"),
    ).replace(/etent$/, "etain"),
  ),
  // Snowball's rules need the accent that readers leave out; detención and detener have two stems.
  es: stemmerFor(latin, (word) =>
    normalizeWord(stemSpanish(word.toLowerCase().replace(/([cs])ion$/, "$1ión"))).replace(
      /(?<=..)tencion$/,
      "ten",
    ),
  ),
  ar: stemmerFor(/^\p{Script=Arabic}/u, (word) =>
    stemArabic(regularForm(withoutArticle(normalizeWord(word)))),
  ),
};

const regularForm = (word: string): string => irregularForms[word] ?? word;

/** Shorter words say too little; Arabic doesn't write most vowels. Our choice. */
const minWordLength = (language: StemmedLanguage) => (language === "ar" ? 3 : 4);
/** Longer words are none; the stemmers take quadratic time for them. Our choice. */
const maxWordLength = 60;

const stemmedBase = memoize((language) =>
  stemmedLanguages.find((one) => one === baseLanguage(language)),
);

/**
 * The stem of a word, folded.
 * @param language a base language; only en, es and ar have stems
 * @returns undefined for a word without one
 */
export function stemOf(word: string, language: string): string | undefined {
  const base = stemmedBase(language);
  if (base === undefined) return undefined;
  if (word.length < minWordLength(base) || word.length > maxWordLength) return undefined;
  return stemmers[base](word) || undefined;
}

/** A stem as a word of the index's facets. */
export const stemFacet = (stem: string, language: string) => `z${language}${stem}`;

/** The facets of the stems of a text's words (`distinctWords`). */
export function stemFacets(words: Iterable<string>, language: string): string {
  const base = baseLanguage(language);
  return joinFacets(
    Array.from(words, (word) => {
      const stem = stemOf(word, base);
      return stem && stemFacet(stem, base);
    }),
  );
}

/** A stem in one of the languages. */
export interface Stem {
  readonly language: string;
  readonly stem: string;
}

/** The stems that a word of a query has in the languages that it may be of. */
export function stemsOf(word: string): Stem[] {
  return stemmedLanguages.flatMap((language) => {
    const stem = stemOf(word.toLowerCase(), language);
    return stem === undefined ? [] : { language, stem };
  });
}

/** What a word and its stem begin with alike: the words of its stem begin with it too, most of them. */
export function sharedBeginning(word: string, stem: string): string {
  let length = 0;
  while (length < stem.length && word[length] === stem[length]) length += 1;
  return stem.slice(0, length);
}
