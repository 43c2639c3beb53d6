import { describe, it } from "vitest";
import { parseWebVtt } from "../../src/captions/webvtt/webvtt.ts";
import { indexNames } from "../../src/records/mentions/find-names.ts";
import { findNamesInCaptions, findNamesInMarkdown } from "../../src/search/names-in-files.ts";
import { expectTimeInProportion, repeatTo } from "../support/processor-time.ts";

const names = indexNames(["Ana María Morales López", "A A A A", "王小明", "Binh"]);

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
      for (const search of [searchMarkdown, searchCaptions]) {
        expectTimeInProportion((length) => search(repeatTo(length, ["", repeated, ""])));
      }
    },
  );
});
