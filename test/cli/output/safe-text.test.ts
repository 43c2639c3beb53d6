import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { escapeControls, removeControls, toSafeLine } from "../../../src/cli/output/safe-text.ts";

/** Every character that a terminal obeys, and those that reorder text. */
const obeyed = [
  ...Array.from({ length: 32 }, (_, code) => code).filter((code) => code !== 9),
  ...Array.from({ length: 33 }, (_, index) => 0x7f + index),
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
];

describe("a text from elsewhere", () => {
  it("is printed in one line without any character that a terminal obeys", () => {
    for (const code of obeyed) {
      const line = toSafeLine(`a${String.fromCharCode(code)}b${String.fromCharCode(code)}`);
      expect(line, `U+${code.toString(16)}`).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it.each([
    ["writes to the clipboard", "a\u001b]52;c;ZXZpbA==\u0007b"],
    ["sets the window's title", "a\u001b]0;title\u001b\\b"],
    ["is colored", "a\u001b[31;1mb\u001b[0m"],
    ["clears the screen in its one-byte form", "a\u009b2Jb"],
  ])("loses the whole sequence that %s", (_, text) => {
    expect(toSafeLine(text)).toBe("ab");
  });

  it("keeps tabs, letters of any script, and the marks that Arabic and Hebrew need", () => {
    const text = "a\tTrục xuất \u200fالهجرة\u200e 👩‍👧";
    expect(toSafeLine(text)).toBe(text);
  });

  it("may have several lines only where they are wanted; a carriage return overwrites none", () => {
    expect(removeControls("one\r\ntwo\rthree\u2028four")).toBe("one\ntwo\nthree\nfour");
    expect(toSafeLine("one\r\ntwo\rthree\u2028four")).toBe("one two three four");
  });

  it("is the same text again when a program parses the JSON, which has only visible characters", () => {
    const text = obeyed.map((code) => String.fromCharCode(code)).join("x");
    const json = escapeControls(JSON.stringify({ text, [text]: 1 }));
    expect(json).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
    expect(JSON.parse(json)).toEqual({ text, [text]: 1 });
  });
});

it("everything that the command line prints goes through print.ts", () => {
  const root = join(import.meta.dirname, "../../../src/cli");
  const writers = globSync("**/*.ts", { cwd: root }).filter((path) =>
    /\bconsole\.|std(out|err)\.write|process\._rawDebug/.test(
      readFileSync(join(root, path), "utf8"),
    ),
  );
  expect(writers).toEqual(["output/print.ts"]);
});
