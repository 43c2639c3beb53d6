import { expect, test } from "vitest";
import {
  nearestWord,
  shareOf,
  splitText,
} from "../../../../src/console/client/captions/core/split-text.ts";

test.each([
  ["one| two", "one", "two"],
  ["<v Ana>one |two", "<v Ana>one", "<v Ana>two"],
  ["<v Ana>one |<v Luis>two", "<v Ana>one", "<v Luis>two"],
  ["<i>one |two</i> three", "<i>one</i>", "<i>two</i> three"],
  ["<b.loud><i>one| two</i></b>", "<b.loud><i>one</i></b>", "<b.loud><i>two</i></b>"],
  ["<i>one</i> |two", "<i>one</i>", "two"],
  ["a <l|ang es>b</lang>", "a <lang es></lang>", "<lang es>b</lang>"],
  ["a &a|mp; b", "a &amp;", "b"],
  ["1 <| 2", "1 <", "2"],
  ["|", "", ""],
])("a text is split into parts with their tags: %s", (marked, first, second) => {
  const text = marked.replace("|", "");
  expect(splitText(text, marked.indexOf("|"))).toEqual([first, second]);
});

test.each([
  ["<v Narrator>This is a demonstration.", 0.2, "<v Narrator>This "],
  ["<v Ana Luisa>Ana goes", 0, "<v Ana Luisa>Ana "],
  ["<c.a b> word", 0.1, "<c.a b> word"],
  ["one <i class>two</i> three", 0.6, "one <i class>two</i> "],
  ["word", 0.5, "word"],
])("the nearest word is outside of tags: %s", (text, share, before) => {
  expect(text.slice(0, nearestWord(text, share))).toBe(before);
});

test("a long text is split in time proportional to its length", () => {
  const text = "<i>a </i> &amp; ".repeat(50_000);
  const position = nearestWord(text, shareOf(text, text.length / 2));
  expect(Math.abs(position - text.length / 2)).toBeLessThan(20);
  expect(splitText(text, position).join(" ").length).toBeGreaterThan(text.length - 20);
});
