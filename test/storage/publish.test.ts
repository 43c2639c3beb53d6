import { describe, expect, test } from "vitest";
import type { LibraryItem } from "../../src/records/schema/record.ts";
import type { WorkText } from "../../src/records/views.ts";
import { readFullRecord, writeRevision } from "../../src/storage/publish.ts";
import { readWork } from "../../src/storage/work-view.ts";
import { countRows, database, digestOf, document, episode, publish } from "../support/library.ts";

const now = "2026-02-01T00:00:00.000Z";

async function write(record: LibraryItem, replaces: string | undefined, texts: WorkText[]) {
  const digest = await digestOf(record);
  return writeRevision(database, { record, digest, texts, replaces, actor: "test", now });
}

describe("a batch that fails writes nothing", () => {
  const twice: WorkText[] = [
    { language: "en", format: "markdown", body: "One." },
    { language: "en", format: "markdown", body: "Two." },
  ];

  test("of a new work", async () => {
    const record = await document("never");
    const before = await countRows();
    await expect(write(record, undefined, twice)).rejects.toThrow();
    expect(await countRows()).toEqual(before);
    expect((await readWork(database, "never", "en", now)).work).toBeUndefined();
  });

  test("of a change: the old texts, record and pointer stay", async () => {
    const record = await document("steady");
    const { digest } = await publish(record);
    const before = await countRows();
    const view = await readWork(database, "steady", "es", now);
    await expect(write({ ...record, name: { en: "Changed" } }, digest, twice)).rejects.toThrow();
    expect(await countRows()).toEqual(before);
    expect(await readWork(database, "steady", "es", now)).toEqual(view);
  });

  test("of a work that names a file which isn't stored", async () => {
    const record = await episode("unsent");
    const before = await countRows();
    const captions = record.captions.map((track) => ({
      ...track,
      file: { ...track.file, sha256: "0".repeat(64) },
    }));
    await expect(write({ ...record, captions }, undefined, [])).rejects.toThrow();
    expect(await countRows()).toEqual(before);
  });
});

test("staff read the whole record; the public one has no people who aren't public", async () => {
  const credits = [{ name: "Hidden Person", role: "participant", public: false }];
  const record = await episode("with-people", { credits });
  const { digest } = await publish(record);
  expect(await readFullRecord(database, "with-people")).toEqual({ record, digest });
  const view = await readWork(database, "with-people", "en", now);
  expect(view.work?.digest).toBe(digest);
  expect(JSON.stringify(view)).not.toContain("Hidden Person");
  expect(await readFullRecord(database, "nothing")).toBeUndefined();
});
