import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stemmer } from "@orama/stemmers/spanish";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stemSpanish } from "../../../src/search/stems/spanish.ts";

const root = join(import.meta.dirname, "../../..");
const files = [
  "media-manifests/**/*es.{md,vtt}",
  "src/**/{es,sentences-es}.ts",
  "test/search/**/*.ts",
];
const texts = files.flatMap((pattern) => globSync(pattern, { cwd: root }));

test("words have the stems that Snowball's own program gives them", () => {
  const words = new Set(
    texts.flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .normalize("NFC")
        .toLowerCase()
        .match(/\p{Script=Latin}+/gu),
    ),
  );
  expect(words.size).toBeGreaterThan(2000);
  for (const word of words)
    expect.soft(`${word} ${stemSpanish(word ?? "")}`).toBe(`${word} ${stemmer(word ?? "")}`);
});

test("any combination of syllables and endings has the stem that Snowball's own program gives it", () => {
  const parts = fc.constantFrom(
    ..."a e i o u á é í ó ü b c d g gu l m n ñ que r s t v y br tr ic at iv os ad".split(" "),
    ..."amente mente logía ución encia idad anza ador ación antes abil ible ativ yendo yeron yamos".split(
      " ",
    ),
    ..."ándo ando iendo iéndo ar ír sela me nos las aríamos isteis ábamos iésemos emos éis en os ó".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (found) => {
      const word = found.join("");
      expect(`${word} ${stemSpanish(word)}`).toBe(`${word} ${stemmer(word)}`);
    }),
    { numRuns: 200 },
  );
});
