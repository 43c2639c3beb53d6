import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDuration, writeJsonLd } from "../../../src/syndication/metadata/schema-org.ts";
import { anyCharacter } from "../../support/any-character.ts";

test.each([
  [0, "PT0S"],
  [38.4, "PT38S"],
  [60, "PT1M"],
  [3725, "PT1H2M5S"],
  [36_000, "PT10H"],
])("%d seconds are %s", (seconds, written) => {
  expect(isoDuration(seconds)).toBe(written);
});

test("structured data contains nothing that could end its element, and no empty lists", () => {
  const part = fc.oneof(
    fc.constantFrom("</script>", "<!--", "<script", "]]>", '"', "\u202E", "\uD800", "\u0000"),
    fc.string({ unit: anyCharacter, maxLength: 4 }),
  );
  const texts = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const written = writeJsonLd({ name: text, keywords: [text], author: [], license: undefined });
      expect(written).not.toMatch(/[<\u202A-\u202E]|\\ud[89a-f]/i);
      expect(Object.keys(JSON.parse(written))).toEqual(["@context", "name", "keywords"]);
    }),
  );
});
