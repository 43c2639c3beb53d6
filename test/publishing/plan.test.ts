import { describe, expect, test } from "vitest";
import { planRequest } from "../../src/api/contract.ts";
import { plan } from "../../src/publishing/plan.ts";
import {
  countRows,
  database,
  digestOf,
  document,
  episode,
  publish,
  seasonsNamed,
  series,
  storeFile,
} from "../support/library.ts";

const now = new Date("2026-02-01T00:00:00Z");

test("a plan lists new, changed and unchanged works, and the missing files", async () => {
  const same = await episode("same");
  const other = await episode("other");
  const fresh = await document("fresh");
  await publish(same);
  const { digest } = await publish(other);
  const missing = "e".repeat(64);
  const [text] = fresh.texts;
  if (text === undefined) throw new Error("the document has a text");
  const unsent = { ...text, inLanguage: "vi", file: { ...text.file, sha256: missing } };
  const before = await countRows();
  const works = [
    same,
    { ...other, name: { en: "Renamed", es: "Película other" } },
    { ...fresh, texts: [...fresh.texts, unsent] },
  ];
  const answer = await plan(database, works, now);
  expect(answer).toMatchObject({
    works: [
      { slug: "same", change: "none", revision: 1, digest: await digestOf(same), changes: [] },
      { slug: "other", change: "update", revision: 1, digest },
      { slug: "fresh", change: "create", revision: null, digest: null },
    ],
    missingBlobs: [missing],
  });
  expect(answer.works[1]?.changes).toEqual([
    { sign: "~", field: "name", language: "en", from: "Film other", to: "Renamed" },
  ]);
  expect(await countRows()).toEqual(before);
});

test("a plan accepts complete records only", async () => {
  const work = await document("asked");
  const isAccepted = (works: unknown) => planRequest.safeParse({ works }).success;
  expect(isAccepted([work])).toBe(true);
  expect(isAccepted([{ ...work, slug: "A" }])).toBe(false);
  expect(isAccepted([{ ...work, more: 1 }])).toBe(false);
  expect(isAccepted([{ slug: "asked", digest: "1".repeat(64) }])).toBe(false);
});

describe("a plan warns", () => {
  const warningsOf = async (...works: Parameters<typeof plan>[1]) => {
    const answer = await plan(database, works, now);
    return answer.works.flatMap(({ warnings }) => warnings.map(({ type }) => type));
  };

  test("of each translation that stays the same while the original changes", async () => {
    const film = await episode("behind");
    await publish(film);
    const [english, spanish] = film.captions;
    if (english === undefined || spanish === undefined) throw new Error("it has two");
    const corrected = {
      ...english,
      file: await storeFile("WEBVTT\n\n00:01.000 --> 00:02.000\nCorrected.", "vtt"),
    };
    const other = {
      ...spanish,
      file: await storeFile("WEBVTT\n\n00:01.000 --> 00:02.000\nOtra.", "vtt"),
    };
    const planned = (...captions: typeof film.captions) => warningsOf({ ...film, captions });
    expect(await planned(corrected, spanish)).toEqual(["behind-original"]);
    expect(await planned(corrected, { ...spanish, stale: true })).toEqual([]);
    expect(await planned(corrected, other)).toEqual([]);
    expect(await planned(english, other)).toEqual([]);
    expect(await planned(corrected)).toEqual([]);
    const answer = await plan(database, [{ ...film, captions: [corrected, spanish] }], now);
    expect(answer.works[0]?.warnings[0]?.message).toContain(
      "the text in en has changed, and its translation to es hasn't",
    );

    const paper = await document("behind-paper");
    await publish(paper);
    const texts = [
      { inLanguage: "en", file: await storeFile("# New", "md") },
      ...paper.texts.slice(1),
    ];
    expect(await warningsOf({ ...paper, texts })).toEqual(["behind-original"]);
  });

  test("of a public work that becomes a draft", async () => {
    const work = await episode("hidden-again");
    await publish(work);
    expect(await warningsOf({ ...work, status: "draft" })).toEqual(["becomes-draft"]);
  });

  test("of a work that is scheduled for later", async () => {
    const work = await document("later", { datePublished: "2026-03-01" });
    const answer = await plan(database, [work], now);
    expect(answer.works[0]?.warnings).toEqual([
      { type: "scheduled", message: "later becomes public at 2026-03-01T00:00:00.000Z." },
    ]);
  });

  test("of a series that is neither in the library nor in the plan", async () => {
    const work = await episode("early", { series: "unknown" });
    expect(await warningsOf(work)).toEqual(["missing-series"]);
    expect(await warningsOf(series("unknown"), work)).toEqual([]);
  });

  test("of a season that the series in the library or in the plan doesn't have", async () => {
    const named = (...numbers: number[]) => seasonsNamed("planned-seasons", ...numbers);
    await publish(named(1, 2));
    const part = await episode("planned-part", { series: "planned-seasons", season: 2 });
    await publish(part);
    const third = { ...part, season: 3 };
    expect(await warningsOf(third)).toEqual(["missing-season"]);
    expect(await warningsOf(named(1, 2, 3), third)).toEqual([]);
    const renamed = { ...named(1, 2), slug: "renamed-seasons", formerSlugs: ["planned-seasons"] };
    expect(await warningsOf(renamed, third)).toEqual(["missing-season"]);
    expect(await warningsOf(named(1))).toEqual(["season-in-use"]);
    expect(await warningsOf({ ...renamed, seasons: [] })).toEqual(["season-in-use"]);
    expect(await warningsOf(named(1), { ...part, season: 1 })).toEqual([]);
    // One of the two is published first, and is wrong then.
    expect(await warningsOf(named(1, 3), third)).toEqual(["season-in-use"]);
  });

  test("of a withdrawn work, and of a slug that belongs to another kind of work", async () => {
    const work = await document("gone");
    await publish({ ...work, status: "withdrawn" });
    expect(await warningsOf(work)).toEqual(["withdrawn"]);
    const film = await episode("gone");
    expect(await warningsOf(film)).toEqual(["kind-changed", "withdrawn"]);
  });
});
