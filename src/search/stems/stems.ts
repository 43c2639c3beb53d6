import { stemmer as stemEnglish } from "stemmer";
import { memoize } from "../../i18n/memoize.ts";
import { normalizeText } from "../../i18n/normalize.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { normalizeWord, splitWords } from "../fold.ts";
import { normalizeForms } from "../letters.ts";
import { stemArabic, withoutArticle } from "./arabic.ts";
import { irregularForms } from "./irregular-forms.ts";
import { stemSpanish } from "./spanish.ts";

/**
 * The stems of words, in languages in which words of one stem have many forms. Vietnamese has none: a syllable is
 * always written in the same way.
 */
type StemmedLanguage = "en" | "es" | "ar";
export const stemmedLanguages: readonly StemmedLanguage[] = ["en", "es", "ar"];

const stemmers: Record<StemmedLanguage, (word: string) => string> = {
  // British spelling: labour, organised. Porter's rules don't join the noun to its verb: detention, detain.
  en: (word) =>
    stemEnglish(
      regularForm(normalizeWord(word))
        .replace(/(?<=..)our/, "or")
        .replace(/is(?=(?:e[drs]?|ing|ations?)$)/, "iz"),
    ).replace(/etent$/, "etain"),
  // Snowball's rules need the accent that readers leave out; detención and detener have two stems.
  es: (word) =>
    normalizeWord(stemSpanish(word.toLowerCase().replace(/([cs])ion$/, "$1ión"))).replace(
      /(?<=..)tencion$/,
      "ten",
    ),
  ar: (word) => stemArabic(regularForm(withoutArticle(normalizeWord(word)))),
};

const regularForm = (word: string): string => irregularForms[word] ?? word;

const latin = /^\p{Script=Latin}/u;
const arabic = /^\p{Script=Arabic}/u;

/** Shorter words, and shorter stems, say too little; Arabic doesn't write most vowels. Our choice. */
const minWordLength = (language: StemmedLanguage) => (language === "ar" ? 3 : 4);
const minStemLength = 3;
/** Longer words are none; the stemmers take quadratic time for them. Our choice. */
const maxWordLength = 60;

/** Stems that were computed, of at most `maxKnown` words. */
const known = new Map<string, string | undefined>();
const maxKnown = 20_000;

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
  const key = `${base}${word}`;
  if (known.has(key)) return known.get(key);
  const isInScript = (base === "ar" ? arabic : latin).test(word);
  const stem = isInScript ? stemmers[base](normalizeText(word)) : "";
  const found = stem.length < minStemLength || /[^\p{L}]/u.test(stem) ? undefined : stem;
  if (known.size >= maxKnown) known.clear();
  known.set(key, found);
  return found;
}

/** How many characters of facets for stems a row may have, as for exact spellings (exact.ts). Our choice. */
const maxFacetsLength = 100_000;

/** A stem as a word of the index's facets. */
export const stemFacet = (stem: string, language: string) => `z${language}${stem}`;

/** The facets of the stems of a text's words. */
export function stemFacets(text: string, language: string): string {
  const base = baseLanguage(language);
  const stems = new Set<string>();
  for (const word of new Set(splitWords(normalizeForms(text).toLowerCase()))) {
    const stem = stemOf(word, base);
    if (stem !== undefined) stems.add(stem);
  }
  let facets = "";
  for (const stem of stems) {
    const facet = stemFacet(stem, base);
    if (facets.length + facet.length >= maxFacetsLength) break;
    facets += ` ${facet}`;
  }
  return facets;
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
