import { expect, test } from "vitest";
import { plan } from "../../src/publishing/plan.ts";
import { digestOf } from "../../src/records/digest.ts";
import { formatStoredRecord, storedRecord } from "../../src/records/schema/versions.ts";
import { readHistory } from "../../src/storage/history.ts";
import { writeWorkHistory } from "../../src/storage/import.ts";
import { readLineage } from "../../src/storage/lineage.ts";
import { readWork } from "../../src/storage/work-view.ts";
import {
  digestNumber,
  openLimitedLibrary,
  richEpisode,
  sentences,
  spokenText,
  tags,
  times,
} from "./library.ts";

const now = "2026-11-25T00:00:00.000Z";

test("a ten-hour film with captions in twenty languages is published and read", async () => {
  const library = openLimitedLibrary();
  const known = Object.values(sentences);
  const texts = tags.map((tag, index) => spokenText(tag, known[index % known.length] ?? ""));
  const before = { ...library.usage };
  await library.publish(richEpisode("film"), texts);
  expect(library.usage.roundTrips - before.roundTrips).toBe(1);
  expect(library.usage.queries - before.queries).toBeLessThan(100);
  expect(library.largestRow()).toBeLessThan(2_000_000);
  const view = await readWork(library.database, "film", "bn", now, {
    secondary: { language: "ar" },
  });
  expect([view.text?.language, view.secondary?.language]).toEqual(["bn", "ar"]);
});

test("two hundred rich works are planned together", async () => {
  const library = openLimitedLibrary();
  const template = richEpisode("template");
  await library.publish(template);
  library.copy("template", "film", 100);
  const changed = times(200, (index) => {
    return { ...template, slug: `film-${index + 1}`, keywords: ["changed"] };
  });
  const before = { ...library.usage };
  const { works, missingBlobs } = await plan(library.database, changed, new Date(now));
  expect(works.map(({ change }) => change)).toEqual([
    ...Array(100).fill("update"),
    ...Array(100).fill("create"),
  ]);
  expect(missingBlobs).toEqual([]);
  expect(library.usage.queries - before.queries).toBeLessThan(50);
});

test("a rich work with two hundred revisions is imported, and its history is read", async () => {
  const library = openLimitedLibrary();
  const record = richEpisode("film");
  const stored = storedRecord.parse(JSON.parse(formatStoredRecord(record)));
  const revisions = times(200, (index) => {
    return {
      number: index + 1,
      digest: digestNumber(index + 1),
      createdAt: now,
      record: { ...stored, keywords: [`revision ${index}`] },
    };
  });
  const current = {
    record,
    digest: await digestOf(record),
    number: 200,
    texts: [],
    now: "2026-01-02T00:00:00.000Z",
  };
  const before = { ...library.usage };
  library.storeFilesOf(record);
  await writeWorkHistory(library.database, {
    slug: "film",
    revisions,
    events: revisions.map(({ number }) => ({
      at: now,
      actor: "test",
      action: "apply",
      fromRevision: number === 1 ? null : number - 1,
      toRevision: number,
    })),
    removed: [],
    current,
  });
  expect(library.usage.roundTrips - before.roundTrips).toBe(1);
  expect(library.usage.queries - before.queries).toBeLessThan(200);
  expect((await readHistory(library.database, "film"))?.revisions).toHaveLength(200);
  expect(await readLineage(library.database, "film")).toHaveLength(200);
});
