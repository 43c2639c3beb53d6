import { describe, expect, test } from "vitest";
import { findMarks, marksIn } from "../../src/search/marks.ts";

describe("a film's page marks what the search marked", () => {
  test.each([
    ["words that are the last one, if there are any", "detain", ["detain"]],
    ["else words that begin with it", "detaine", ["detainee", "detained"]],
    ["words with the same stem, if the text lacks the word", "detaining", ["detain", "detained"]],
    [
      "both, if it has one word and lacks another",
      "they detaining",
      ["detain", "They", "detained"],
    ],
    ["nothing without a query", undefined, []],
  ])("%s", (_, query, found) => {
    const texts = ["Why detain a detainee?", "They detained her."];
    const marks = marksIn(texts, query, "en");
    expect(
      texts.flatMap((text) => findMarks(text, marks).map((range) => text.slice(...range))),
    ).toEqual(found);
  });
});
