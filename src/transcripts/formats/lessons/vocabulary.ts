/** The rarest words of a film, to be learned. */
import { joinText } from "../../../captions/join-lines.ts";
import { comparableWord, segmentWords } from "../../../i18n/segment-words.ts";
import { pairsOf } from "../../alignment/pairs.ts";
import { endsSentence, type Segment } from "../../paragraphs.ts";
import type { TranscriptSource } from "../format.ts";
import { paragraphsOf } from "../lines.ts";

/** A word, where it is first said. */
export interface VocabularyEntry {
  readonly word: string;
  /** The sentence that it is said in. */
  readonly sentence: string;
  /** The same in the second language of a pair; empty if it has no text there. */
  readonly translation: string;
  /** In seconds: when the sentence begins. */
  readonly startTime: number;
}

/** How many words a list has. Our choice: two pages on paper. */
const maxEntries = 40;

/** Shorter words are rarely new, except in scripts whose words have few characters. */
const minLetters = 4;

/** A sentence without an end, as machine captions have them, is cut after so many characters. */
const maxSentenceLength = 300;

interface Sentence {
  readonly text: string;
  readonly translation: string;
  readonly startTime: number;
}

/** The rarest words of the (first) text in the order of the film: said least often, and of these the longest. */
export function findVocabulary(source: TranscriptSource): VocabularyEntry[] {
  const { language } = source;
  const found = new Map<string, { count: number; isName: boolean; entry: VocabularyEntry }>();
  for (const { text, translation, startTime } of sentencesOf(source)) {
    for (const { text: word, start } of segmentWords(text, language)) {
      if (!isLearnable(word)) continue;
      const key = comparableWord(word, language);
      const known = found.get(key);
      // A capital letter within a sentence is that of a name; German writes every noun with one.
      const isName = start > 0 && /^\p{Lu}/u.test(word) && !language.startsWith("de");
      if (known === undefined) {
        const shown = isName ? word : key;
        const entry = { word: shown, sentence: text, translation, startTime };
        found.set(key, { count: 1, isName, entry });
      } else {
        known.count += 1;
        known.isName &&= isName;
      }
    }
  }
  return [...found.values()]
    .filter(({ isName }) => !isName)
    .sort((one, other) => one.count - other.count || length(other.entry) - length(one.entry))
    .slice(0, maxEntries)
    .map(({ entry }) => entry)
    .sort((one, other) => one.startTime - other.startTime);
}

const length = ({ word }: VocabularyEntry) => [...word].length;

function isLearnable(word: string): boolean {
  if (!/^[\p{L}\p{M}'’ʼ-]+$/u.test(word)) return false;
  const isShortScript = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(word);
  return [...word].length >= (isShortScript ? 2 : minLetters);
}

/** The sentences of a film, each with what stands beside it in the second language. */
function sentencesOf(source: TranscriptSource): Sentence[] {
  const sentences: Sentence[] = [];
  let first: string[] = [];
  let second: string[] = [];
  let startTime = 0;
  const finish = () => {
    const text = joinText(first).trim();
    if (text !== "") sentences.push({ text, translation: joinText(second).trim(), startTime });
    first = [];
    second = [];
  };
  const add = (time: number, texts: readonly string[], translations: readonly string[]) => {
    if (first.length === 0) startTime = time;
    first.push(...texts);
    second.push(...translations);
    const text = joinText(first);
    if (endsSentence(text) || text.length > maxSentenceLength) finish();
  };
  const spoken = (segments: readonly Segment[]) =>
    segments.filter(({ sound }) => sound !== true).map(({ text }) => text);
  if (source.secondary === undefined) {
    for (const { segments } of paragraphsOf(source, source.options)) {
      for (const segment of segments) add(segment.startTime, spoken([segment]), []);
      finish();
    }
  } else {
    for (const { startTime: time, first: one, second: other } of pairsOf(
      source,
      source.secondary,
    )) {
      add(time, spoken(one), spoken(other));
    }
    finish();
  }
  return sentences;
}
