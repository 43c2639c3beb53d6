/** Detects the language of a text by its script or, in Latin script, by its function words. */
import { normalizeText } from "../../i18n/normalize.ts";

/** The scripts that identify a language or a few, with a pattern for their letters. */
const scripts: readonly (readonly [languages: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh yue", /\p{Script=Han}/gu],
  ["ar fa ur ps ckb", /\p{Script=Arabic}/gu],
  ["ru uk be bg sr mk", /\p{Script=Cyrillic}/gu],
  ["hi mr ne", /\p{Script=Devanagari}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["pa", /\p{Script=Gurmukhi}/gu],
  ["am ti", /\p{Script=Ethiopic}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["lo", /\p{Script=Lao}/gu],
  ["km", /\p{Script=Khmer}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["he yi", /\p{Script=Hebrew}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["ka", /\p{Script=Georgian}/gu],
];

/** Words that are common in one language, or in closely related ones, and rare in the others. */
const functionWords: readonly (readonly [languages: string, words: string])[] = [
  [
    "en sco",
    "the and of to is that it was for with you are this we they have not but what from were",
  ],
  [
    "es ca gl ast an lad",
    "de la que el los las una por con para es está del se lo su más pero como muy también",
  ],
  ["vi", "và của là không những một các cho được người này chúng tôi trong với đã có khi để đến"],
  [
    "fr oc wa",
    "le les des et est une pas dans qui pour sur au avec nous vous sont mais plus être très",
  ],
  [
    "pt gl",
    "não os uma é com para mais dos ao muito foi também você são mas isso pelo pela nós tem",
  ],
  [
    "de gsw nds lb bar",
    "der die das und ist nicht ein eine zu mit den von auf wir sie auch für dass sind haben",
  ],
  [
    "it scn co",
    "il di che è non per gli della sono anche più questo ma nel alla ci hanno una così perché",
  ],
  ["ht", "yo nan ki pou nou ak se te li gen pa yon sa mwen fè tout moun konsa peyi ap"],
  [
    "tl fil",
    "ang ng mga sa na ay at ako siya namin tayo hindi ito para kami may nila kung po natin",
  ],
  ["so", "waa iyo ka ku oo in uu ay waxa waxaa aan ah soo leh laga loo dadka badan inay kale"],
  [
    "id ms",
    "yang dan di ini itu dengan untuk tidak kami mereka dari akan pada saya adalah ada kita",
  ],
];
const languagesByWord = new Map<string, string[]>();
for (const [languages, words] of functionWords) {
  for (const word of words.split(" ")) {
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), languages]);
  }
}

/** Our own limits: a shorter text isn't conclusive, and more characters don't change the result. */
const minWords = 12;
const minLetters = 20;
const maxCharacters = 20_000;

/** The detected language of a text. */
export interface DetectedLanguage {
  /** The base language, such as “es”, followed by languages that can't be told from it. */
  readonly languages: readonly string[];
}

/** Detects the language of a plain text; undefined if it is too short or too mixed. */
export function detectLanguage(text: string): DetectedLanguage | undefined {
  const sample = normalizeText(text.slice(0, maxCharacters)).toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < minLetters) return undefined;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 10 < letters * 7) {
    for (const [languages, lettersOfScript] of scripts) {
      const share = (sample.match(lettersOfScript)?.length ?? 0) / letters;
      // Most characters of a Japanese text can be Han characters.
      if (share > (languages === "ja" ? 0.15 : 0.6)) return { languages: languages.split(" ") };
    }
    return undefined;
  }
  const words = sample.match(/[\p{L}\p{M}'’]{1,40}/gu) ?? [];
  if (words.length < minWords) return undefined;
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const languages of languagesByWord.get(word) ?? []) {
      counts.set(languages, (counts.get(languages) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] / words.length < 0.15) return undefined;
  if (second !== undefined && second[1] * 2 > first[1]) return undefined;
  return { languages: first[0].split(" ") };
}
