import { describe, expect, test } from "vitest";
import { type CueNode, parseCueText } from "../../../src/captions/webvtt/webvtt.ts";

/** Formats a tree as one line: `bold(“text”)`. */
function formatTree(nodes: readonly CueNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return `“${node.value}”`;
      if (node.type === "timestamp") return `@${node.value}`;
      const classes = node.classes.map((name) => `.${name}`).join("");
      const annotation = node.annotation === "" ? "" : `[${node.annotation}]`;
      return `${node.type}${classes}${annotation}(${formatTree(node.children)})`;
    })
    .join(" ");
}

describe("tags", () => {
  test.each([
    ["plain", "“plain”"],
    ["a<i>b</i>c", "“a” italic(“b”) “c”"],
    ["<b><u>x", "bold(underline(“x”))"],
    ["<c.red.big>x</c>", "class.red.big(“x”)"],
    ["<c..a.>x", "class.a(“x”)"],
    ["<v.loud  Ana \n María >Hi</v>", "voice.loud[Ana María](“Hi”)"],
    ["<v R&amp;D>x", "voice[R&D](“x”)"],
    ["<v>x", "voice(“x”)"],
    ["<ruby>漢<rt>kan</ruby>x", "ruby(“漢” rubyText(“kan”)) “x”"],
    ["<rt>x", "“x”"],
    ["<i>a</b>b</i>", "italic(“a” “b”)"],
    ["<blink>a</blink>b", "“a” “b”"],
    ["<>a</>b", "“a” “b”"],
    ["a<i", "“a” italic()"],
    ["a<", "“a”"],
    ["1 > 0", "“1 > 0”"],
  ])("%j is parsed to %s", (text, expected) => {
    expect(formatTree(parseCueText(text))).toBe(expected);
  });

  test("a timestamp is in seconds, and an invalid one is dropped", () => {
    expect(formatTree(parseCueText("a<00:01.500>b<1:00>c<00:01.500 >d"))).toBe(
      "“a” @1.5 “b” “c” “d”",
    );
  });

  test("text in a <lang> has its language, other text that of the track", () => {
    const [first, second] = parseCueText("<i>a</i><lang es-MX><b>b</b></lang>", "en");
    expect(first).toMatchObject({ type: "italic", language: "en" });
    expect(second).toMatchObject({
      type: "language",
      language: "es-MX",
      children: [{ type: "bold", language: "es-MX" }],
    });
  });
});

describe("character references", () => {
  test.each([
    ["&lt;b&gt; &amp;amp;", "<b> &amp;"],
    ["&nbsp;&lrm;&rlm;", "\u00A0\u200E\u200F"],
    ["&eacute;&ntilde;&iquest;&hellip;&rsquo;", "éñ¿…’"],
    ["&copy &notit; &notin;", "© ¬it; ∉"],
    ["&#233;&#xE9;&#xe9", "ééé"],
    ["&#0;&#xD800;&#x110000;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"],
    ["&#128;&#x92;", "€’"],
    ["R&D & AT&T; &; &# &#x &unknown;", "R&D & AT&T; &; &# &#x &unknown;"],
    ["&constructor;&__proto__;", "&constructor;&__proto__;"],
  ])("%j is decoded to %j", (text, expected) => {
    expect(parseCueText(text)).toEqual([{ type: "text", value: expected }]);
  });
});
