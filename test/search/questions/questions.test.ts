import { expect, test } from "vitest";
import { answerQuestion, openQuestionedLibrary } from "./library.ts";
import { questions } from "./questions.ts";

const library = await openQuestionedLibrary();

test("there are forty questions, in five languages", () => {
  expect(questions).toHaveLength(40);
  expect(new Set(questions.map(({ language }) => language)).size).toBe(5);
});

test.each(questions)("in $language, “$query” finds first what one wants", async (question) => {
  expect(await answerQuestion(library, question)).toEqual(question);
});
