import { maxNameLength } from "../schema/limits.ts";
import { foldText, type Gap, gap, isUnspaced } from "./folded-text.ts";

/** A way to write a name: its letters, each with the widest gap that can be before it. */
export type NameForm = readonly { readonly letter: string; readonly gap: Gap }[];

/** A word of a name, folded. */
type Word = readonly string[];

/** Words that a shortened name doesn't end with: “Juan de la Cruz” is never “Juan la”. */
const particles = new Set(
  "al bat ben bin bint binti da das de del den der des di do dos du e el ibn la las le los santa san st ter thi van von y".split(
    " ",
  ),
);
const titles = new Set("dr dra mr mrs ms miss sr sra srta don dona prof rev hna hno".split(" "));

/** A longer name has only the forms that leave out all words in the middle, or none. */
const maxWordsToCombine = 6;

/**
 * The ways in which a name is written: as a whole; with its first and last word, with or without those in the
 * middle or with their initials; of a name with two surnames (four words or more) with either; and with the last
 * word first. A name of one word has one form. A first name alone is no form, because it is usually someone else.
 */
export function formsOfName(name: string): NameForm[] {
  // A longer name is refused anyway; remarks in it would take quadratic time to find.
  const written = [name, withoutRemarks(name.slice(0, maxNameLength))].map(wordsOf);
  const sequences = written.flatMap((words) => [words, ...shorterForms(withoutTitle(words))]);
  const byKey = new Map<string, NameForm>();
  for (const words of sequences) {
    const form = formOf(words);
    const key = form.map((part) => `${part.gap}${part.letter}`).join("");
    if (form.length > 0) byKey.set(key, form);
  }
  return [...byKey.values()];
}

/** A name without what is in brackets or quotation marks, or follows a comma: “Ana Morales (voice)”. */
function withoutRemarks(name: string): string {
  return name
    .replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"|“[^”]*”|«[^»]*»/g, " ")
    .replace(/(?<=[^\s,]\s+[^\s,]+[^,]*),.*/s, "");
}

function wordsOf(name: string): Word[] {
  const { letters, gaps } = foldText([{ text: name, start: 0 }]);
  const words: string[][] = [];
  for (const [index, letter] of letters.entries()) {
    const startsWord =
      gaps[index] !== gap.none || isUnspaced(letter) || isUnspaced(letters[index - 1]);
    if (startsWord) words.push([letter]);
    else words.at(-1)?.push(letter);
  }
  return words;
}

function withoutTitle(words: readonly Word[]): readonly Word[] {
  const [first = [], ...others] = words;
  return others.length > 1 && titles.has(first.join("")) ? others : words;
}

/** The forms that leave out middle words or move the last word to the front. */
function shorterForms(words: readonly Word[]): Word[][] {
  const [first, ...rest] = words;
  const last = rest.at(-1);
  // In scripts without spaces, each letter counts as a word, and nothing is left out.
  if (first === undefined || last === undefined || words.flat().some(isUnspaced)) return [];
  const middle = rest.slice(0, -1);
  const forms = middleForms(middle).flatMap((chosen) => [
    [first, ...chosen, last],
    [last, first, ...chosen],
  ]);
  // “Ana María Morales López” is also called “Ana Morales”.
  const firstSurname = middle.at(-1);
  if (words.length >= 4 && firstSurname !== undefined && !isParticle(firstSurname)) {
    for (const chosen of middleForms(middle.slice(0, -1))) {
      forms.push([first, ...chosen, firstSurname], [firstSurname, first, ...chosen]);
    }
  }
  return isParticle(last) ? forms.filter(([word]) => word === last) : forms;
}

const isParticle = (word: Word) => particles.has(word.join(""));

/** Each middle word can be written, left out or abbreviated to its initial. */
function middleForms(middle: readonly Word[]): Word[][] {
  if (middle.length > maxWordsToCombine - 2) return [[], [...middle]];
  return middle.reduce<Word[][]>(
    (forms, word) => {
      const choices: Word[][] = [[], [word], [word.slice(0, 1)]];
      return forms.flatMap((form) => choices.map((choice) => [...form, ...choice]));
    },
    [[]],
  );
}

/**
 * Words can be written together or with anything between them. Within a word, only names of several words can have
 * an apostrophe or a hyphen that the credit hasn't: “Lan” isn't in “l'an”.
 */
function formOf(words: readonly Word[]): NameForm {
  const withinWord = words.length > 1 ? gap.narrow : gap.none;
  return words.flatMap((word, wordIndex) =>
    word.map((letter, index) => {
      return { letter, gap: index > 0 || wordIndex === 0 ? withinWord : gap.wide };
    }),
  );
}
