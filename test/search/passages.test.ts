import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitAtHighlights } from "../../src/search/highlights.ts";
import { encodeText } from "../../src/search/index-text.ts";
import { findMarks } from "../../src/search/marks.ts";
import { bestPassages, type Match, type Passage } from "../../src/search/passages.ts";
import { parseSearchQuery } from "../../src/search/query/query.ts";

/** The matches of a stored text at each place of a word, as the database answers them. */
function matchesAt(stored: string, ...words: string[]): Match[] {
  const places = words.flatMap((word) => [...stored.matchAll(new RegExp(` ${word}`, "g"))]);
  return places.map(({ index }) => ({
    position: new TextEncoder().encode(stored.slice(0, index)).length + 1,
    before: stored.slice(0, index),
    after: stored.slice(index),
    isStart: true,
    isEnd: true,
  }));
}

/** The words that are marked in a passage. */
const hitsOf = ({ pieces }: Passage) => pieces.filter(({ hit }) => hit).map(({ text }) => text);

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
  const terms = parseSearchQuery("red blue");

  test("are those with the most different words, in the order of the text, of whole words", () => {
    const filler = "lorem ipsum dolor sit amet ".repeat(20);
    const text = `first red ${filler}second blue and red ${filler}third red`;
    const passages = bestPassages(matchesAt(encodeText(text), "red"), 2, terms);
    const written = passages.map(({ pieces }) => pieces.map((piece) => piece.text).join(""));
    expect(written[0]).toMatch(/^first red lorem .*(dolor|ipsum|sit|amet|lorem) …$/);
    expect(written[1]).toMatch(/^… (dolor|ipsum|sit|amet|lorem) .*second blue and red lorem .* …$/);
  });

  test("don't overlap, wherever in the text they are", () => {
    const filler = "lorem ipsum dolor sit amet ".repeat(20);
    const text = `${filler}red, blue and red again, ${filler}red ${filler}`;
    const passages = bestPassages(matchesAt(encodeText(text), "red"), 3, terms);
    expect(passages.map(hitsOf)).toEqual([["red", "blue", "red"], ["red"]]);
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

  test("have the time of the cue that contains their first hit, and are cut out of the text", () => {
    const cues = ["One Red", " two", " three blue."] as const;
    const stored = cues.map((cue, index) => encodeText(cue, 1.5 + index)).join("");
    expect(bestPassages(matchesAt(stored, "red", "blue"), 3, terms)).toEqual([
      {
        time: 1.5,
        pieces: [
          { text: "One ", hit: false },
          { text: "Red", hit: true },
          { text: " two three ", hit: false },
          { text: "blue", hit: true },
          { text: ".", hit: false },
        ],
      },
    ]);
    const [match] = matchesAt(stored, "red");
    const part = { ...match, before: "e", isStart: false, isEnd: false } as Match;
    const [passage] = bestPassages([part], 1, terms);
    expect(passage?.pieces[0]?.text).toBe("… ");
    expect(passage?.pieces.at(-1)?.text).toBe(" …");
  });

  test("of a word with accents are those with the same accents, or with any if there are no others", () => {
    const stored = encodeText("họ dẫn, dân họ");
    const marked = (query: string, text: string) =>
      bestPassages(matchesAt(text, "dan"), 3, parseSearchQuery(query)).flatMap(hitsOf);
    expect(marked("dân", stored)).toEqual(["dân"]);
    expect(marked("dan", stored)).toEqual(["dẫn", "dân"]);
    expect(marked("dân", encodeText("họ dẫn"))).toEqual(["dẫn"]);
  });
});

describe("the words of a query are found in a text", () => {
  test.each([
    ["Người dân mất đất nước.", "dat nuoc", ["đất", "nước"]],
    ["The deportation of a deported man", "deport", ["deportation", "deported"]],
    ["a new way forward, a new day", '"new way"', ["new way"]],
    ["กฎหมายคนเข้าเมืองที่เข้มงวด", "คนเข้าเมือง", ["คนเข้าเมือง"]],
    ["nothing", "something", []],
    ["Tôi đứng dậy, dùng cơm, dung hòa", "đứng", ["đứng", "dung"]],
    ["người dân dẫn đường", "dân", ["dân"]],
    ["ʻŌlelo Hawaiʻi ma ka ʻāina", "hawai'i olelo", ["Ōlelo", "Hawaiʻi"]],
    ["Kʼicheʼ y Kꞌicheꞌ", "k’iche", ["Kʼiche", "Kꞌiche"]],
    ["كتاب علي", "کتاب علی", ["كتاب", "علي"]],
    ["قال القانون ٢٠٢٤ و۲۰۲۴", "2024", ["٢٠٢٤"]],
    [
      "soft\u00ADhyphen zero\u200Bwidth",
      "softhyphen zerowidth",
      ["soft\u00ADhyphen", "zero\u200Bwidth"],
    ],
    ["die ﬁnance der Straße am Ende", "finance strasse ende", ["ﬁnance", "Straße", "Ende"]],
    ["ﾃﾞﾓは平和でした", "デモ 平和", ["ﾃﾞﾓ", "平和"]],
    ["データ", "ータ", ["ータ"]],
    ["我们在这里2024年", "2024", ["2024"]],
    ["我们在这里2024年", "年", ["年"]],
    ["ΟΔΟΣ και οδός της Αθήνας", "οδος αθηνας", ["ΟΔΟΣ", "οδός", "Αθήνας"]],
    ["Işık, ılık ve ISPARTA", "isik ilik isparta", ["Işık", "ılık", "ISPARTA"]],
  ])("in %s: %s", (text, query, found) => {
    const ranges = findMarks(text, { terms: parseSearchQuery(query) });
    expect(ranges.map((range) => text.slice(...range))).toEqual(found);
  });
});
