/** Words in the scripts of a library's viewers. They mean nothing; they are as long and as frequent as a language's. */
import type { Random } from "./random.ts";

interface Language {
  readonly syllables: readonly string[];
  /** The longest word, in syllables. */
  readonly maxSyllables: number;
  /** What stands between two words; nothing in scripts without spaces. */
  readonly space: "" | " ";
  readonly fullStop: string;
}

const latin = { maxSyllables: 4, space: " ", fullStop: "." } as const;

/** Five scripts: Latin, Arabic, Ethiopic, Thai and Chinese. */
export const languages = {
  en: { ...latin, syllables: split("ba de ki lo mu na pe ri so tu va ze ing er sh th") },
  es: { ...latin, syllables: split("ca dé ción lo ma ñe pa rio sé tu va zo mien to la") },
  vi: {
    ...latin,
    maxSyllables: 2,
    syllables: split("trục xuất đất nước dân tộc giữ người mẹ cõi"),
  },
  ar: { ...latin, fullStop: ".", syllables: split("ال من تر كا سي مد نو حق عد هج را") },
  am: { maxSyllables: 4, space: " ", fullStop: "።", syllables: split("ሀ ለ መ ሰ ረ ቀ በ ተ ነ አ ከ ወ") },
  th: {
    maxSyllables: 3,
    space: "",
    fullStop: " ",
    syllables: split("กา รัก บ้าน คน มา ไป ที่ ว่า ได้ ให้"),
  },
  zh: {
    maxSyllables: 2,
    space: "",
    fullStop: "。",
    syllables: split("我 們 在 法 院 外 等 鄰 居 家 移 民"),
  },
} satisfies Record<string, Language>;

export type LanguageTag = keyof typeof languages;

/** How many different words a language has here. */
const vocabulary = 20_000;

/** A word, each as often as in a language: the n-th commonest a n-th as often as the first (Zipf). */
export function wordIn(tag: LanguageTag, random: Random): string {
  return spell(tag, Math.floor(vocabulary ** random.next()) - 1);
}

/** The word of a rank, from 0: the commonest one. */
export function spell(tag: LanguageTag, rank: number): string {
  const { syllables, maxSyllables } = languages[tag];
  let text = "";
  let rest = rank + syllables.length;
  for (let count = 0; rest > 0 && count < maxSyllables; count += 1) {
    text += syllables[rest % syllables.length] ?? "";
    rest = Math.floor(rest / syllables.length);
  }
  return text;
}

/** A sentence with a full stop. */
export function sentenceIn(
  tag: LanguageTag,
  random: Random,
  words = random.between(5, 16),
): string {
  const { space, fullStop } = languages[tag];
  const text = Array.from({ length: words }, () => wordIn(tag, random)).join(space);
  return text.charAt(0).toUpperCase() + text.slice(1) + fullStop;
}

/** A few words without a full stop. */
export function titleIn(tag: LanguageTag, random: Random): string {
  const { space } = languages[tag];
  return Array.from({ length: random.between(2, 5) }, () => wordIn(tag, random)).join(space);
}

function split(text: string): string[] {
  return text.split(" ");
}
