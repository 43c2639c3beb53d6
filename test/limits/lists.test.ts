import { beforeAll, describe, expect, test } from "vitest";
import { maxLimit } from "../../src/api/contract/parameters.ts";
import { listWorks, readHome, readSeries } from "../../src/storage/lists/lists.ts";
import { readSeriesOutline } from "../../src/storage/lists/series-outline.ts";
import { readSeriesPlayer } from "../../src/storage/lists/series-player.ts";
import { readSitemapPage } from "../../src/storage/lists/sitemap.ts";
import { openLimitedLibrary, readWithin, richEpisode, times } from "./library.ts";

const now = "2026-11-25T00:00:00.000Z";
const library = openLimitedLibrary();
const { database } = library;

beforeAll(async () => {
  await library.publish({
    kind: "Library",
    slug: "library",
    inLanguage: "en",
    name: { en: "Library" },
    publisher: { name: { en: "Publisher" } },
  });
  const series = { kind: "Series", slug: "tale", inLanguage: "en", name: { en: "Tale" } } as const;
  await library.publish({ ...series, status: "published" });
  await library.publish(richEpisode("template", { series: "tale", episode: 9999 }));
  library.copy("template", "part", 499);
});

// What a Worker can hold several times over in its 128 MB.
const bounds = { largestValue: 200_000, answered: 10_000_000 };
const readWithinLimits = <Answer>(read: () => Promise<Answer>) => readWithin(library, bounds, read);

describe("of 500 rich episodes", () => {
  test("a series' pages show all in order", async () => {
    const found: string[] = [];
    let after: { position: number; slug: string } | undefined;
    do {
      const options = { now, after, limit: 200 };
      const page = await readWithinLimits(() => readSeries(database, "tale", options));
      found.push(...page.episodes.map(({ record }) => record.slug));
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual([...times(499, (index) => `part-${index + 1}`), "template"]);
  });

  test("a list of titles has all, and so has the embed of the series, with an episode", async () => {
    const outline = await readWithinLimits(() =>
      readSeriesOutline(database, "tale", { now, limit: 500 }),
    );
    expect(outline.episodes).toHaveLength(500);
    const options = { episode: "part-250", language: "vi", now, limit: 500 };
    const player = await readWithinLimits(() => readSeriesPlayer(database, "tale", options));
    expect(player.outline.episodes).toHaveLength(500);
    expect(player.view.work?.record.slug).toBe("part-250");
    expect(player.view.next?.record.slug).toBe("part-251");
  });

  test("an answer of the API has its longest page", async () => {
    const options = { now, after: undefined, limit: maxLimit };
    const tale = await readWithinLimits(() => readSeries(database, "tale", options));
    expect(tale.episodes).toHaveLength(maxLimit);
    const all = await readWithinLimits(() => listWorks(database, { limit: maxLimit, now }));
    expect(all.items).toHaveLength(maxLimit);
  });

  test("a list shows a page, with and without filters", async () => {
    for (const filters of [{}, { inLanguage: "ar" }, { series: "tale" }]) {
      const query = { limit: 50, seriesLimit: 24, now, ...filters };
      const page = await readWithinLimits(() => listWorks(database, query));
      expect(page.items).toHaveLength(50);
      expect(page.next).toBeDefined();
    }
  });

  test("the home page shows the newest, with its media, and others", async () => {
    const limits = { series: 6, episodes: 5, documents: 12 };
    const home = await readWithinLimits(() => readHome(database, limits, now));
    expect(home.newest?.record.video).toHaveLength(1);
    expect(home.episodes).toHaveLength(4);
  });

  test("a sitemap has a page", async () => {
    const page = await readWithinLimits(() => readSitemapPage(database, 2, 100, now));
    expect(page.works).toHaveLength(100);
    expect(page.pages).toBe(6);
  });
});
