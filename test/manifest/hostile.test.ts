import { expect, test } from "vitest";
import { readManifest } from "../../src/manifest/read.ts";
import { startProcessorTimer } from "../support/processor-time.ts";

/** Manifests that nobody means: each takes time in proportion to its length, and every mistake is told. */

const manyOf = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index));

/** A manifest with some unknown fields. */
const manifestOf = (count: number) =>
  `kind: Document\n${manyOf(count, (index) => `k${index}: 1`).join("\n")}`;

test("unknown fields are all told, in linear time", () => {
  const timeToRead = (count: number): number => {
    const text = manifestOf(count);
    const timer = startProcessorTimer();
    const { problems } = readManifest("document.yaml", text);
    const time = timer();
    expect(problems.length).toBeGreaterThanOrEqual(count);
    return Math.max(20, time);
  };
  timeToRead(300); // Lets the engine compile the code.
  // Quadratic time is 100 times as long for ten times the fields.
  expect(timeToRead(3000) / timeToRead(300)).toBeLessThan(40);
});
