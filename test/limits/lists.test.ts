import { beforeAll, describe, expect, test } from "vitest";
import type { EpisodeRecord } from "../../src/records/schema/record.ts";
import { listWorks, readHome, readSeries } from "../../src/storage/lists/lists.ts";
import { readSitemapPage } from "../../src/storage/lists/sitemap.ts";
import { file, openLimitedLibrary, plainEpisode } from "./library.ts";

const now = "2026-11-25T00:00:00.000Z";
const library = openLimitedLibrary();
const { database, usage } = library;

/** Twenty languages. */
const tags = "en es vi ar ht so ti ps my th am fa ur zh ko ru pt fr hi bn".split(" ");
const inEach = (text: string) => Object.fromEntries(tags.map((tag) => [tag, text]));
const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

/** A work with everything that DESIGN 12 promises: 60 chapters, 40 tracks, 50 attachments, in 20 languages. */
function richEpisode(slug: string, changes: Partial<EpisodeRecord>): EpisodeRecord {
  return plainEpisode(slug, {
    name: inEach("قصّة الحيّ الذي انتظر أمام المحكمة حتى المساء"),
    description: inEach("انتظرنا خارج المحكمة إلى أن وقّعت القاضية الأمر. ".repeat(6)),
    poster: { file: file("webp"), alt: inEach("باب مفتوح على شارع."), width: 640, height: 360 },
    captions: times(40, (index) => ({
      inLanguage: tags[index % tags.length] ?? "en",
      kind: index < 20 ? ("captions" as const) : ("descriptions" as const),
      file: file("vtt"),
      origin: "human" as const,
      translator: "A translator with a name",
      cues: 7200,
    })),
    chapters: times(60, (index) => ({ start: index * 600, name: inEach(`الفصل رقم ${index}`) })),
    attachments: times(50, (index) => ({
      file: file("pdf"),
      inLanguage: "en",
      name: inEach(`دليل للنقاش، الجزء ${index}`),
    })),
    ...changes,
  });
}

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
  for (let number = 1; number <= 500; number += 1) {
    await library.publish(richEpisode(`part-${number}`, { series: "tale", episode: number }));
  }
}, 120_000);

async function readWithinLimits<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  Object.assign(usage, { roundTrips: 0, largestValue: 0, answered: 0 });
  const answer = await read();
  expect(usage.roundTrips).toBe(1);
  expect(usage.largestValue).toBeLessThan(200_000);
  // What a Worker can hold several times over in its 128 MB.
  expect(usage.answered).toBeLessThan(10_000_000);
  return answer;
}

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
    expect(found).toEqual(times(500, (index) => `part-${index + 1}`));
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
    const limits = { series: 3, episodes: 5, documents: 12 };
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
