import type { TranscriptSource } from "../format.ts";

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

const english: LessonLabels = {
  gapExercise: "Fill in the gaps",
  answers: "Answers",
  cards: "Cards",
  vocabulary: "Vocabulary",
  word: "Word",
  sentence: "Sentence",
};

/** A source that says nothing about lessons has English words. */
export const lessonLabels = ({ labels }: TranscriptSource): LessonLabels =>
  labels.lessons ?? english;
