import { expect, test } from "vitest";
import { checkAcrossManifests } from "../../../src/manifest/check-across-manifests.ts";
import { readManifest } from "../../../src/manifest/read.ts";

const manifestWith = (slug: string, keywords: string) => `kind: Document
slug: ${slug}
inLanguage: en
status: published
name: { en: A, es: A, vi: A }
texts: [{ inLanguage: en, file: en.md }]
keywords: ${keywords}
`;

const read = (slug: string, keywords: string) => {
  const { manifest, problems, locationOf } = readManifest(
    `${slug}/document.yaml`,
    manifestWith(slug, keywords),
  );
  return { manifest, problems, locationOf, file: `${slug}/document.yaml` };
};

const messages = (slug: string, keywords: string) =>
  read(slug, keywords).problems.map(({ severity, message }) => `${severity}: ${message}`);

test("a topic is a word or a word in each language, and other values say so where they are", () => {
  const all = "[law, { en: mutual aid, es: ayuda mutua, vi: tương trợ }]";
  expect(messages("a", all)).toEqual([]);
  expect(messages("a", "[1996]")).toEqual([
    'error: an entry of `keywords` must be a text: put it in quotes, "1996"',
  ]);
  expect(messages("a", "[{ en: aid, es: 1996, vi: x }]")).toEqual([
    'error: `es` must be a text: put it in quotes, "1996"',
  ]);
  expect(messages("a", "[{ en: aid, español: ayuda, vi: x }]")[0]).toContain("write es");
  expect(messages("a", "[~]")[0]).toContain("An entry of `keywords` is empty");
  expect(messages("a", "[{}]")[0]).toContain("write the text in at least one language");
});

test("a translated topic without a word in a language of the work is named, unless the library has the word", () => {
  expect(
    messages("a", "[{ en: mutual aid, es: ayuda mutua }, { en: detention, es: Encierro }]"),
  ).toEqual([
    "warning: the topic “mutual aid” has no word in vi: write it under vi:, or readers see it in another language",
  ]);
});

test("two works that translate a topic differently are named, and a translation as a topic of its own", () => {
  const works = [
    read("a", "[{ en: mutual aid, es: ayuda mutua, vi: x }]"),
    read("b", "[{ vi: X, en: Mutual Aid, es: apoyo mutuo }]"),
    read("c", "[ayuda mutua]"),
    read("d", "[mutual aid]"),
  ].flatMap(({ manifest, ...rest }) => (manifest === undefined ? [] : [{ ...rest, manifest }]));
  const found = checkAcrossManifests(works).map(
    ({ file, line, severity, message }) => `${file}:${line} ${severity}: ${message}`,
  );
  expect(found).toEqual([
    "b/document.yaml:7 warning: the topic “mutual aid” is “apoyo mutuo” in es here and “ayuda mutua” in a/document.yaml:7: write one of them in both",
    "c/document.yaml:7 warning: “ayuda mutua” is a topic of its own here, and the word for “mutual aid” in es in a/document.yaml:7: write the topic as it is written there",
  ]);
});
