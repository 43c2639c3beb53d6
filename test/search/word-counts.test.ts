import { expect, test } from "vitest";
import { interfaceLanguages } from "../../src/i18n/interface-languages.ts";
import { stringsIn } from "../../src/i18n/strings.ts";
import { readingMinutes } from "../../src/records/listed.ts";
import { countWords, countWordsOfTexts } from "../../src/search/word-counts.ts";

test.each([
  ["", 0],
  ["… — !", 0],
  ["Don't split l’été, a well-known word or 1,000.50", 8],
  ["Quyền của bạn", 3],
  ["حقوق المهاجرين", 2],
  ["移民的权利", 3],
  ["สิทธิของผู้อพยพ และ rights", 6],
])("words are counted in scripts with and without spaces: %s", (text, count) => {
  expect(countWords(text)).toBe(count);
});

test("a document's words are those that its page shows; cues aren't counted", () => {
  const body =
    "# Your rights\n\nRead [the memo](https://example.org/a-long/address) ![A map](map.png)";
  const cues = { language: "es", format: "cues", body: "[]" } as const;
  const texts = [{ language: "en", format: "markdown", body } as const, cues];
  expect(countWordsOfTexts(texts)).toEqual({ en: 5 });
  expect(countWordsOfTexts([cues])).toBeUndefined();
});

test("a document's reading time is that of the text that the reader gets", () => {
  const counts = { en: 90, es: 500, "vi-VN": 2100 };
  const reader = (language: "en" | "es" | "vi" | "ar") => ({ language, neighbours: {} });
  expect(readingMinutes(counts, "en", reader("en"))).toBe(1);
  expect(readingMinutes(counts, "en", reader("es"))).toBe(3);
  expect(readingMinutes(counts, "en", reader("vi"))).toBe(11);
  expect(readingMinutes(counts, "en", reader("ar"))).toBe(1);
  expect(readingMinutes(undefined, "en", reader("en"))).toBeUndefined();
  expect(readingMinutes({}, "en", reader("en"))).toBeUndefined();
});

test("reading times have the plural of each language", () => {
  const times = interfaceLanguages.map((language) =>
    [1, 2, 3, 11].map((minutes) => stringsIn(language).readingTime(minutes)),
  );
  expect(times).toEqual([
    ["1 minute to read", "2 minutes to read", "3 minutes to read", "11 minutes to read"],
    [
      "1 minuto de lectura",
      "2 minutos de lectura",
      "3 minutos de lectura",
      "11 minutos de lectura",
    ],
    ["1 phút đọc", "2 phút đọc", "3 phút đọc", "11 phút đọc"],
    ["دقيقة واحدة للقراءة", "دقيقتان للقراءة", "3 دقائق للقراءة", "11 دقيقة للقراءة"],
  ]);
});
