import { expect, test } from "vitest";
import { timedChapters } from "../../src/syndication/chapter-times.ts";

const name = { en: "A chapter" };

test("chapters are in the order of time, and each ends where the next one or the film does", () => {
  const chapters = [30, 0, 10.5].map((start) => ({ start, name }));
  expect(timedChapters({ chapters, duration: 60 })).toEqual([
    { start: 0, end: 10.5, name },
    { start: 10.5, end: 30, name },
    { start: 30, end: 60, name },
  ]);
});

test("no chapter ends before it starts or after the film, whatever a record says", () => {
  const chapters = [0, 99].map((start) => ({ start, name }));
  expect(timedChapters({ chapters, duration: 60 }).map(({ end }) => end)).toEqual([60, 99]);
});
