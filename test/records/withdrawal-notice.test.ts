import { expect, test } from "vitest";
import { parseNotices } from "../../src/cli/commands/revisions/withdraw.ts";
import { explainNotice } from "../../src/records/withdrawal-notice.ts";

test.each([
  ["en", "Withdrawn."],
  ["es-MX", "Retirado.\nPor deseo de quien habla."],
  ["ar", "\u200fسُحب."],
  ["mam", "a language that Intl has no name for"],
  ["ixl", "another"],
])("a notice in %s is accepted", (language, notice) => {
  expect(explainNotice(language, notice)).toBeUndefined();
});

test.each([
  ["xx9", "Gone.", "isn't a language tag"],
  ["xx", "Gone.", "isn't a language tag"],
  ["ES", "Gone.", "isn't a language tag"],
  ["es_MX", "Gone.", "isn't a language tag"],
  ["spanish", "Gone.", "isn't a language tag"],
  ["zxx", "Gone.", "isn't a language tag"],
  ["und", "Gone.", "isn't a language tag"],
  ["qaa", "Gone.", "isn't a language tag"],
  ["", "Gone.", "isn't a language tag"],
  ["en", "", "has no text"],
  ["en", " \n ", "has no text"],
  ["en", "\u200b\u2060", "has no text"],
  ["en", "a\u0007b", "control characters"],
  ["en", "a\u001b[31mb", "control characters"],
  ["en", "a\u0000", "control characters"],
  ["en", "x".repeat(2001), "more than 2000"],
])("a notice in %j with %j is refused", (language, notice, message) => {
  expect(explainNotice(language, notice)).toContain(message);
});

test("a notice names its language, or is in the work's own", () => {
  expect(parseNotices(["Gone.", "es=Retirado = fuera."], "en")).toEqual({
    en: "Gone.",
    es: "Retirado = fuera.",
  });
  // What has a space or a colon before the sign is a sentence.
  expect(parseNotices(["See https://example.org/?a=b"], "vi")).toEqual({
    vi: "See https://example.org/?a=b",
  });
});

test.each([
  [["xx9=Gone."], "“xx9” isn't a language tag"],
  [["ES=Gone."], "“ES” isn't a language tag"],
  [["español=Fuera."], "“español” isn't a language tag"],
  [["=Gone."], "“” isn't a language tag"],
  [["__proto__=Gone."], "isn't a language tag"],
  [["en="], "has no text"],
  [["Gone.", "en=Gone."], "given twice in en"],
  [["es=Uno.", "es=Dos."], "given twice in es"],
])("%j is refused", (given, message) => {
  expect(() => parseNotices(given, "en")).toThrow(message);
});
