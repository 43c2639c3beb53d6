import { expect, test } from "vitest";
import type { DocumentRecord } from "../../src/records/schema/record.ts";
import { topicNamesFor, topicsOf, topicWordsOf } from "../../src/records/topics.ts";

const record: DocumentRecord = {
  kind: "Document",
  slug: "paper",
  inLanguage: "es",
  status: "published",
  name: { es: "Papel" },
  texts: [],
  keywords: [
    { es: "Ayuda mutua", en: "Mutual aid", "zh-Hant": "互助" },
    "mutual aid",
    "history",
    { es: "Barrio" },
    { en: "detention", es: "Encierro" },
  ],
};
const namesIn = (language: string) => topicNamesFor(record, { language });

test("a topic is known by its English word, else by that of the work's language", () => {
  expect(topicsOf(record).map(({ topic }) => topic)).toEqual([
    "mutual aid",
    "history",
    "barrio",
    "detention",
  ]);
  expect(topicsOf(record)[0]?.words).toEqual(["mutual aid", "ayuda mutua", "互助"]);
});

test("a topic in several languages is named in the reader's by the manifest, then by the library's own words, then as texts fall back", () => {
  expect(namesIn("es")).toEqual(["Ayuda mutua", "history", "Barrio", "Encierro"]);
  expect(namesIn("vi")).toEqual(["Ayuda mutua", "history", "Barrio", "Giam giữ"]);
  expect(namesIn("zh-Hant")).toEqual(["互助", "history", "Barrio", "Encierro"]);
});

test("all words of topics are there to be searched, each once", () => {
  expect(topicWordsOf(record)).toEqual([
    "Ayuda mutua",
    "Mutual aid",
    "互助",
    "mutual aid",
    "history",
    "Barrio",
    "detention",
    "Encierro",
  ]);
});
