/** Which words are left out. */
export interface GapOptions {
  /** Every how manyth word; undefined if only chosen words are. */
  readonly every?: number | undefined;
  /** Chosen words, in any case. */
  readonly words: readonly string[];
}

/** The words of lessons, in the reader's language. */
export interface LessonLabels {
  readonly gapExercise: string;
  readonly answers: string;
  /** Cards to learn words with. */
  readonly cards: string;
  readonly vocabulary: string;
  readonly word: string;
  readonly sentence: string;
}
