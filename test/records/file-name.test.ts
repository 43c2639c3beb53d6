import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requestedName, safeFileName } from "../../src/records/file-name.ts";
import { anyCharacter } from "../support/any-character.ts";

describe("a file name", () => {
  test.each([
    ["Discussion guide", "Discussion guide.pdf"],
    ["Guide v2.1", "Guide v2.1.pdf"],
    ["Guide.PDF", "Guide.pdf"],
    ["دليل النقاش", "دليل النقاش.pdf"],
    ["می‌خواهم", "می‌خواهم.pdf"],
    ["👩‍🏫 guide", "👩‍🏫 guide.pdf"],
    ["e\u0301", "é.pdf"],
    ["", "file.pdf"],
    [" . ", "file.pdf"],
  ])("from %j keeps what people read: %j", (title, name) => {
    expect(safeFileName(title, "pdf")).toBe(name);
  });

  test.each([
    ["a\u202efdp.exe", "afdp.exe.pdf"],
    ["\u2066a\u2069", "a.pdf"],
    ["a\u200b\u2060\ufeff\u00adb", "ab.pdf"],
    ["a\u0000b\u0085c\u2028d", "a-b-c-d.pdf"],
    ["../../a", "a.pdf"],
    ['a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j.pdf"],
    ["-rf", "rf.pdf"],
    ["a. . .", "a.pdf"],
    ["half \ud800 a character", "half \ufffd a character.pdf"],
    ["con", "_con.pdf"],
    ["NUL.txt", "_NUL.txt.pdf"],
    ["Lpt¹", "_Lpt¹.pdf"],
    ["com1 ", "_com1.pdf"],
    ["aux .x", "_aux .x.pdf"],
    ["console", "console.pdf"],
    ["com10", "com10.pdf"],
  ])("from %j is safe on every file system: %j", (title, name) => {
    expect(safeFileName(title, "pdf")).toBe(name);
  });

  test("is cut between characters, and keeps its languages", () => {
    const name = safeFileName(`${"電".repeat(300)} (zh-Hant+en)`, "docx");
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^電{50,} \(zh-Hant\+en\)\.docx$/);
    expect(safeFileName("🎬".repeat(100), "vtt")).toMatch(/^(?:🎬){49}\.vtt$/u);
  });

  test("is safe for any text, and stays the same if it is made again", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), (title) => {
        const name = safeFileName(title, "pdf");
        expect(name).not.toMatch(/[\p{Cc}/\\:*?"<>|\u202a-\u202e\u2066-\u2069]/u);
        expect(name).toMatch(/^[^-.\s].*\.pdf$/su);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
        expect(safeFileName(name, "pdf")).toBe(name);
      }),
    );
  });
});

test.each([
  ["a.html", "a"],
  ["a.tar.gz", "a.tar"],
  ["film 1.5", "film 1.5"],
  ["a.exe.", "a"],
  ["a.e\u202exe", "a"],
  ["a.ｅｘｅ", "a"],
  ["Mr. Smith goes home", "Mr. Smith goes home"],
])("the title in the requested name %j is %j", (name, title) => {
  expect(requestedName(name)).toBe(title);
});
