import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findWords } from "../../src/search/find-words.ts";
import { fold } from "../../src/search/fold.ts";
import {
  bestPassages,
  parseHighlighted,
  splitAtHighlights,
  timeAt,
} from "../../src/search/passages.ts";
import { parseSearchQuery } from "../../src/search/query.ts";

const marks = ["[", "]"] as const;

describe("a query", () => {
  test("is words and phrases, the last word unfinished", () => {
    const terms = parseSearchQuery('one "two three" don\'t fou');
    expect(terms.map(({ words, unfinished }) => [words, unfinished])).toEqual([
      [["one"], false],
      [["two", "three"], false],
      [["don", "t"], false],
      [["fou"], true],
    ]);
  });

  test("has a finished last word if it closes a phrase, or is one letter", () => {
    expect(parseSearchQuery('"two three"').at(-1)?.unfinished).toBe(false);
    expect(parseSearchQuery('"two thr').at(-1)?.unfinished).toBe(true);
    expect(parseSearchQuery("plan c").at(-1)?.unfinished).toBe(false);
  });

  test("has at most as many terms as the database accepts, for any input", () => {
    expect(parseSearchQuery("a b ".repeat(1000)).length).toBeLessThanOrEqual(12);
    expect(parseSearchQuery("ก".repeat(1000))[0]?.words.length).toBeLessThanOrEqual(60);
  });
});

describe("passages", () => {
  test("are parsed from a highlighted folded text with their offsets", () => {
    const said = "ผู้คนอยู่ที่นี่ Đất nước";
    const folded = fold(said).replace("Dất", "[Dất]");
    const { text, hits } = parseHighlighted(folded, marks);
    expect(text).toHaveLength(said.length);
    expect(hits.map((hit) => said.slice(...hit))).toEqual(["Đất"]);
  });

  test("are those with the most different words, in the order of the text, of whole words", () => {
    const filler = "lorem ipsum dolor sit amet ".repeat(20);
    const text = `first red ${filler}second red and blue ${filler}third red`;
    const hits = [...text.matchAll(/red|blue/g)].map(
      (found) => [found.index, found.index + found[0].length] as const,
    );
    const passages = bestPassages(text, hits, 2);
    const written = passages.map(({ pieces }) => pieces.map((piece) => piece.text).join(""));
    expect(written[0]).toMatch(/^first red lorem .*(dolor|ipsum|sit|amet|lorem) …$/);
    expect(written[1]).toMatch(/^… (dolor|ipsum|sit|amet|lorem) .*second red and blue lorem .* …$/);
  });

  test("join to the text that they were split from", () => {
    const range = fc
      .tuple(fc.nat(30), fc.nat(10))
      .map(([start, size]) => [start, start + size] as const);
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(range), (text, ranges) => {
        const hits = ranges.sort((a, b) => a[0] - b[0]);
        expect(
          splitAtHighlights(text, hits)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test("begin with the cue that contains their first hit", () => {
    const moments = [
      [0, 1.5],
      [10, 4],
      [30, 9],
    ] as const;
    expect([0, 9, 10, 29, 500].map((place) => timeAt(moments, place))).toEqual([1.5, 1.5, 4, 4, 9]);
    expect(timeAt([], 5)).toBeUndefined();
  });
});

describe("the words of a query are found in a text", () => {
  test.each([
    ["Người dân mất đất nước.", "dat nuoc", ["đất", "nước"]],
    ["The deportation of a deported man", "deport", ["deportation", "deported"]],
    ["a new way forward, a new day", '"new way"', ["new way"]],
    ["กฎหมายคนเข้าเมืองที่เข้มงวด", "คนเข้าเมือง", ["คนเข้าเมือง"]],
    ["nothing", "something", []],
  ])("in %s: %s", (text, query, found) => {
    const ranges = findWords(text, parseSearchQuery(query));
    expect(ranges.map((range) => text.slice(...range))).toEqual(found);
  });
});
