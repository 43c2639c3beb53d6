/**
 * Snowball's stemmer of Spanish (snowballstem.org/algorithms/spanish/stemmer.html) in regular expressions. Each step
 * takes off the longest ending of its list that a word has, if it begins in a region of the word: RV, R1 or R2, as they
 * are named there.
 */

const vowel = "[aeiouáéíóúü]";
const consonant = "[^aeiouáéíóúü]";
const beforeRv = new RegExp(
  `^(?:${vowel}(?:${consonant}.*?${vowel}|${vowel}.*?${consonant})|${consonant}(?:${consonant}.*?${vowel}|${vowel}.))`,
);
const beforeR = new RegExp(`^${consonant}*${vowel}+${consonant}`);

const pronoun = /(?:(?:se)?l[ao]s?|les?|[ms]e|nos)$/;
const beforePronoun = /(?:i[eé]ndo|(?<=u)yendo|[aá]ndo|[aeiáéí]r)$/;

/** Endings, what may stand before each, and what replaces it. */
const endings: readonly (readonly [
  ending: RegExp,
  before?: RegExp | undefined,
  replacement?: string,
])[] = [
  [/mente$/, /(?:ante|[ai]ble)$/],
  [/(?:anzas?|ic[ao]s?|ismos?|[ai]bles?|istas?|os[ao]s?|[ai]mientos?)$/],
  [/a(?:dor(?:as?|es)?|ción|ciones|ntes?|ncias?)$/, /ic$/],
  [/logías?$/, undefined, "log"],
  [/uci(?:ón|ones)$/, undefined, "u"],
  [/encias?$/, undefined, "ente"],
  [/idad(?:es)?$/, /(?:abil|i[cv])$/],
  [/iv[ao]s?$/, /at$/],
];

const verbEndingWithY = /y(?:a(?:[ns]|is|mos)?|e(?:[ns]|ron|ndo)?|[oó])$/;
const verbEnding =
  /(?:[aei]r(?:ía(?:[ns]|is|mos)?|á[ns]?|é(?:is)?|emos)|a(?:ba(?:[ns]|is)?|d[ao]s?|ra(?:[ns]|is)?|se(?:[ns]|is)?|ste(?:is)?|ron|ndo|mos|[dnrs])|i(?:d[ao]s?|era(?:[ns]|is)?|ese(?:[ns]|is)?|ste(?:is)?|eron|endo|ó|mos|[dr])|e[dr]|ía(?:[ns]|is|mos)?|ís|áis|á(?:ba|ra|se)mos|ié(?:ra|se)mos|e(?:n|s|mos)|éis)$/;
const lastLetters = /(?:os|[aoáíóeé])$/;

/** The stem of a word in lower case. */
export function stemSpanish(word: string): string {
  const startAfter = (pattern: RegExp, from: number) =>
    from + (pattern.exec(word.slice(from))?.[0].length ?? word.length - from);
  const rv = startAfter(beforeRv, 0);
  const r1 = startAfter(beforeR, 0);
  const r2 = startAfter(beforeR, r1);
  const bare = withoutPronoun(word, rv);
  const stem = withoutEnding(bare, r1, r2) ?? withoutVerbEnding(bare, rv);
  return replaceAccents(withoutLastLetters(stem, rv));
}

/** A word without an ending that begins in a region; undefined if it has none. */
function cut(word: string, ending: RegExp, region: number): string | undefined {
  const start = word.search(ending);
  return start < region || start < 0 ? undefined : word.slice(0, start);
}

/** The longest of the endings that begin in a region comes off. */
function cutWithin(word: string, ending: RegExp, region: number): string | undefined {
  const found = ending.exec(word.slice(region));
  return found === null ? undefined : word.slice(0, region + found.index);
}

function withoutPronoun(word: string, rv: number): string {
  const bare = cut(word, pronoun, 0) ?? word;
  const start = bare.search(beforePronoun);
  if (bare === word || start < rv || start < 0) return word;
  return bare.slice(0, start) + replaceAccents(bare.slice(start));
}

function withoutEnding(word: string, r1: number, r2: number): string | undefined {
  if (word.endsWith("amente")) {
    const stem = cut(word, /amente$/, r1);
    return stem && (cut(stem, /ativ$/, r2) ?? cut(stem, /(?:iv|os|ic|ad)$/, r2) ?? stem);
  }
  for (const [ending, before, replacement = ""] of endings) {
    if (!ending.test(word)) continue;
    const stem = cut(word, ending, r2);
    if (stem === undefined) return undefined;
    return (before && cut(stem, before, r2)) ?? stem + replacement;
  }
  return undefined;
}

function withoutVerbEnding(word: string, rv: number): string {
  const afterU = cutWithin(word, verbEndingWithY, rv);
  if (afterU?.endsWith("u")) return afterU;
  const stem = cutWithin(word, verbEnding, rv);
  if (stem === undefined) return word;
  return stem.endsWith("gu") && /^(?:e(?:n|s|mos)|éis)$/.test(word.slice(stem.length))
    ? stem.slice(0, -1)
    : stem;
}

function withoutLastLetters(word: string, rv: number): string {
  const stem = cut(word, lastLetters, rv);
  if (stem === undefined) return word;
  const hasU = /[eé]$/.test(word) && stem.endsWith("gu") && stem.length > rv;
  return hasU ? stem.slice(0, -1) : stem;
}

const replaceAccents = (word: string) =>
  word.replace(/[áéíóú]/g, (letter) => letter.normalize("NFD").charAt(0));
