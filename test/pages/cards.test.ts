import { beforeAll, expect, test } from "vitest";
import { get } from "../support/ask.ts";
import { document, episode, publish, series, storeFile } from "../support/library.ts";

beforeAll(async () => {
  await publish(series("voices", { datePublished: "2026-01-01" }));
  await publish(await episode("first", { series: "voices", episode: 1 }));
  const changes = { series: "voices", episode: 2, duration: 61.6, poster: undefined };
  await publish(await episode("second", changes));
  await publish(await document("paper"));
});

const articles = async (path: string) =>
  (await (await get(path)).text()).match(/<article[\s\S]*?<\/article>/g) ?? [];
const cardOf = async (path: string, title: string) =>
  (await articles(path)).find((card) => card.includes(title)) ?? "";

test("a film's card has its length on the picture and in words, and its number in the series", async () => {
  const card = await cardOf("/en/series/voices", "Film first");
  expect(card).toMatch(/<img [^>]*alt=""/);
  expect(card).toContain('aria-hidden="true">0:38</span>');
  expect(card).toContain('<span class="visually-hidden">38 seconds</span>');
  expect(card).toContain("<span>Episode 1</span>");
});

test("a film without a poster has a drawing, the same one everywhere", async () => {
  const card = await cardOf("/en/series/voices", "Film second");
  expect(card).not.toContain("<img");
  expect(card).toContain('aria-hidden="true">1:01</span>');
  const [drawing = "none"] = card.match(/card-picture drawing drawing-[0-5]/) ?? [];
  expect(await cardOf("/es/library", "Película second")).toContain(drawing);
});

test("sound without a film looks like sound and says so, in lists too", async () => {
  const sound = { video: [], poster: undefined, series: "voices", episode: 3 };
  await publish(await episode("third", sound));
  for (const path of ["/en/series/voices", "/en/library"]) {
    const card = await cardOf(path, "Film third");
    expect(card, path).toContain('class="card-picture drawn-sound"');
    expect(card, path).toContain("<span>Episode 3</span><span>Audio</span>");
    expect(await cardOf(path, "Film second"), path).not.toContain("Audio");
  }
  expect(await cardOf("/en/watch/second", "Film third")).toContain("drawn-sound");
  expect(await (await get("/api/v1/works?lang=en")).text()).not.toContain("isSound");
});

test("apart from its series, a card has the series' name beside the number", async () => {
  const card = await cardOf("/en/watch/first", "Film second");
  expect(card).toContain("<span>Episode 2</span><span>Series voices</span>");
});

test("a document says what it is and how long it takes to read, in the text that the reader gets", async () => {
  const file = await storeFile("Eight words of a sentence that is long. ".repeat(200), "md");
  const texts = [{ inLanguage: "en", file }];
  await publish(await document("study", { name: { en: "Study", es: "Estudio" }, texts }));
  const facts = "<span>Document</span><span>8 minutes to read</span>";
  expect(await cardOf("/en/library", "Study")).toContain(facts);
  expect(await cardOf("/es/library", "Estudio")).toContain("<span>8 minutos de lectura</span>");
  expect(await cardOf("/en/library", "Paper paper")).toContain("<span>1 minute to read</span>");
  const page = await (await get("/vi/read/study")).text();
  expect(page).toContain("<span>8 phút đọc</span>");
  const answer = await (await get("/api/v1/works/study")).text();
  expect(answer).not.toContain("wordCounts");
});
