import type { TranscriptSource } from "../format.ts";
import type { LessonLabels } from "./options.ts";

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
