import { beforeAll, describe, expect, test } from "vitest";
import { listForStaff } from "../../src/storage/history.ts";
import { listWorks, readHome } from "../../src/storage/lists/lists.ts";
import { readSitemapPage } from "../../src/storage/lists/sitemap.ts";
import { listForConsole } from "../../src/storage/lists/staff-list.ts";
import { file, openLimitedLibrary, plainEpisode, readWithin } from "./library.ts";

const now = "2026-11-25T00:00:00.000Z";
const library = openLimitedLibrary();
const { database } = library;
const texts = {
  en: "A film about a street",
  es: "Una película sobre una calle",
  ar: "فيلم عن شارع",
};

beforeAll(async () => {
  await library.publish({
    kind: "Library",
    slug: "library",
    inLanguage: "en",
    name: { en: "Library" },
    publisher: { name: { en: "Publisher" } },
  });
  const spanish = {
    inLanguage: "es",
    kind: "subtitles",
    file: file("vtt"),
    origin: "human",
    cues: 9,
  } as const;
  await library.publish(
    plainEpisode("template", { name: texts, description: texts, captions: [spanish] }),
  );
  library.copy("template", "film", 9_999);
});

const bounds = { largestValue: 2_000_000, answered: 2_000_000 };
const readWithinLimits = <Answer>(read: () => Promise<Answer>) => readWithin(library, bounds, read);

describe("of 10,000 works", () => {
  test("lists show a page, with and without filters", async () => {
    for (const filters of [{}, { inLanguage: "es" }, { kind: "Episode" as const }]) {
      const query = { limit: 50, seriesLimit: 24, now, ...filters };
      const page = await readWithinLimits(() => listWorks(database, query));
      expect(page.items).toHaveLength(50);
    }
  });

  test("the home page shows the newest and others", async () => {
    const limits = { series: 6, episodes: 5, documents: 12 };
    const home = await readWithinLimits(() => readHome(database, limits, now));
    expect(home.episodes).toHaveLength(4);
  });

  test("the sitemap has each once", async () => {
    const slugs = new Set<string>();
    for (let number = 1, pages = 1; number <= pages; number += 1) {
      const page = await readWithinLimits(() => readSitemapPage(database, number, 1_000, now));
      for (const { slug } of page.works) slugs.add(slug);
      pages = page.pages;
    }
    expect(slugs.size).toBe(10_000);
  });

  test("the staff's list, which a backup follows, has each once", async () => {
    const slugs = new Set<string>();
    for (let last: string | undefined = ""; last !== undefined; ) {
      const after: string = last;
      const { works } = await readWithinLimits(() => listForStaff(database, after, 500));
      for (const { slug } of works) slugs.add(slug);
      last = works.at(-1)?.slug;
    }
    // The library's settings are listed, too.
    expect(slugs.size).toBe(10_001);
  });

  test("the console's list shows a page, with and without filters", async () => {
    const common = { offered: ["en", "es", "vi"], find: "", limit: 51, now };
    const filters = [
      {},
      { needs: "missing" },
      { status: "published" },
      { find: "street" },
    ] as const;
    for (const filter of filters) {
      const page = await readWithinLimits(() => listForConsole(database, { ...common, ...filter }));
      expect(page.length, JSON.stringify(filter)).toBe(51);
    }
    const none = { ...common, needs: "stale" } as const;
    expect(await readWithinLimits(() => listForConsole(database, none))).toEqual([]);
  });
});
