import { expect, test } from "vitest";
import { rebuildSearchRows } from "../../src/storage/search/rebuild.ts";
import { openLimitedLibrary, plainEpisode, sentences, spokenText } from "./library.ts";

test("the search index is rebuilt a few megabytes at a time, whatever the size of a work", async () => {
  const library = openLimitedLibrary();
  const { database, sqlite, usage } = library;
  const readIndex = () => sqlite.prepare("select * from search order by rowid").all();
  for (let number = 0; number < 3; number += 1) {
    const texts = [spokenText("ar", sentences.ar), spokenText("vi", sentences.vi)];
    await library.publish(plainEpisode(`film-${number}`), texts);
  }
  for (let number = 0; number < 30; number += 1) {
    await library.publish(plainEpisode(`short-${number}`), [spokenText("en", sentences.en, 600)]);
  }
  const before = readIndex();
  sqlite.exec("delete from search");
  const counts: number[] = [];
  for (let after = "", isDone = false; !isDone; ) {
    Object.assign(usage, { roundTrips: 0, answered: 0 });
    const page = await rebuildSearchRows(database, after, { works: 20, bytes: 4_000_000 });
    counts.push(page.slugs.length);
    after = page.slugs.at(-1) ?? after;
    isDone = page.isLast;
    expect(usage.roundTrips).toBeLessThanOrEqual(50);
    expect(usage.answered).toBeLessThan(6_000_000);
  }
  expect(counts.reduce((sum, count) => sum + count)).toBe(33);
  expect(counts[0]).toBe(1);
  expect(Math.max(...counts)).toBe(20);
  expect(readIndex()).toEqual(before);
});
