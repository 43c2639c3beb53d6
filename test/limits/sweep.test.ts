import { expect, test } from "vitest";
import { readUnusedBlobs, removeUnusedBlobs } from "../../src/storage/sweep.ts";
import { digestNumber, openLimitedLibrary, plainEpisode } from "./library.ts";

test("unused files are removed a bounded number at a time, those that were reported before", async () => {
  const { database, publish, sqlite } = openLimitedLibrary();
  await publish(plainEpisode("film"));
  const insert = sqlite.prepare(
    "insert into blobs (sha256, extension, size, created_at) values (?, 'pdf', 1, '2026-01-01')",
  );
  for (let number = 10_000; number < 12_500; number += 1) insert.run(digestNumber(number));
  const [now, since] = ["2026-03-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"];
  const times = { now, currentSince: since, uploadedSince: since };
  const counts: number[] = [];
  for (let runs = 0; runs < 4; runs += 1) {
    const reported = await readUnusedBlobs(database, times, 1000);
    const removed = await removeUnusedBlobs(database, times, 1000);
    const sorted = (blobs: typeof removed) => blobs.map(({ sha256 }) => sha256).sort();
    expect(sorted(removed)).toEqual(sorted(reported));
    counts.push(removed.length);
  }
  expect(counts).toEqual([1000, 1000, 500, 0]);
});
