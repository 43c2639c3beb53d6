/** Words of an earlier text that could be a name, and that nobody can read in the current text any more. */

/** Ends a sentence, or introduces one: the next word has a capital letter whatever it is. */
const sentenceEnd = /[.!?…:;。！？؟।]["'”’»)\]]*$|^[-–—>•♪]+$/u;

/** A letter of a script without capitals, such as Arabic or Chinese. */
const caselessLetter = /[\p{Lo}--\p{Script=Latin}]/v;

/**
 * Finds the words that may have been removed because they named a person: capitalized within a sentence, and not
 * in the current text. Where capitals tell nothing (scripts without them, and texts without any), every removed
 * word counts. A word that only looks like a name hides a correction; a name that isn't found would reveal a
 * person whom no credit names.
 * @param earlier the words of an earlier text, in order
 * @param current the words of the text that is public now
 */
export function findRemovedNames(
  earlier: readonly string[],
  current: readonly string[],
): ReadonlySet<string> {
  const currentWords = new Set(current.map(lettersOf));
  const hasCapitals = earlier.some((word) => /\p{Lu}/u.test(word));
  const removed = earlier.filter((word, index) => {
    const letters = lettersOf(word);
    if (!/\p{L}/u.test(letters) || currentWords.has(letters)) return false;
    if (!hasCapitals || caselessLetter.test(word)) return true;
    const previous = earlier[index - 1];
    const isSentenceStart = previous === undefined || sentenceEnd.test(previous);
    return !isSentenceStart && /^[^\p{L}]*[\p{Lu}\p{Lt}]/u.test(word);
  });
  return new Set(removed.map(lettersOf));
}

/** Whether a text contains one of the words. */
export function hasAnyWord(text: string, words: ReadonlySet<string>): boolean {
  return words.size > 0 && text.split(/\s+/u).some((word) => words.has(lettersOf(word)));
}

/** A word without punctuation around it, in lower case. */
function lettersOf(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "").toLowerCase();
}
