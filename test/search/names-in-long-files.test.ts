import { describe, expect, it } from "vitest";
import { parseWebVtt } from "../../src/captions/webvtt/webvtt.ts";
import { indexNames } from "../../src/records/mentions/find-names.ts";
import { findNamesInCaptions, findNamesInMarkdown } from "../../src/search/names-in-files.ts";
import { startProcessorTimer } from "../support/processor-time.ts";

const names = indexNames(["Ana María Morales López", "A A A A", "王小明", "Binh"]);

/** The CPU time of a function in milliseconds; at least 20. */
function timeOf(run: () => void): number {
  const timer = startProcessorTimer();
  run();
  return Math.max(20, timer());
}

function searchMarkdown(text: string): void {
  findNamesInMarkdown(text, names);
}

function searchCaptions(text: string): void {
  const webVtt = `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`;
  findNamesInCaptions(webVtt, parseWebVtt(webVtt).cues, names);
}

describe("the time to find names is proportional to the text's length", () => {
  it.each(["<", "<v a", "&", "&#x41;", "%41", "a ", "A A ", "王小", "ana maria ", "a'", "\n", ">"])(
    "%j repeated",
    (repeated) => {
      const text = (length: number) => repeated.repeat(Math.ceil(length / repeated.length));
      for (const search of [searchMarkdown, searchCaptions]) {
        search(text(2000)); // Lets the engine compile the code.
        const one = timeOf(() => search(text(10_000)));
        // Quadratic time is 100 times as long; 60 allows for garbage collection.
        expect(timeOf(() => search(text(100_000))) / one).toBeLessThan(60);
      }
    },
  );
});
