import { beforeAll, expect, test } from "vitest";
import { ask, origin } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { insertMany } from "../../support/insert-many.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  track,
  vtt,
} from "../../support/library.ts";

async function rowsReadBy(path: string): Promise<number> {
  const { bindings, cost } = countCost();
  const response = await ask(path, {}, bindings);
  expect(response.status, path).toBe(200);
  await response.arrayBuffer();
  return cost.rowsRead;
}

/**
 * Pages of the most expensive kind of work, in the middle of a long series, in twelve languages, with the rows that they
 * read at most: six by DESIGN 12, and fewer where an answer shows only some of a work's parts.
 */
const workPages: [path: string, rows: number][] = [
  ["/es/watch/middle", 6],
  ["/en/watch/many-1", 6],
  ["/es/watch/middle?beside=vi", 6],
  ["/transcripts/middle/es/corrections", 3],
  ["/embed/middle?lang=vi", 4],
  ["/transcripts/middle/es.txt", 3],
  ["/transcripts/middle/es+vi.json", 4],
  ["/transcripts/middle/pack.zip?lang=es", 5],
  ["/captions/middle/es.vtt", 3],
  ["/chapters/middle/es.json", 2],
  ["/es/read/paper", 6],
  ["/cite/middle.ris?lang=es", 3],
  ["/cite/paper.json", 2],
  [`/oembed?url=${origin}/es/watch/middle`, 2],
  ["/embed/paper", 3],
  ["/api/v1/works/middle", 2],
  ["/iiif/middle/manifest.json", 3],
  ["/lms/middle.imscc?lang=vi", 5],
];
/** Lists with the maximum number of works and series that they show: they can read twice as many rows. */
const lists: [path: string, pageSize: number][] = [
  ["/api/v1/works", 50],
  ["/api/v1/works?kind=Episode", 50],
  ["/api/v1/works?kind=Document", 50],
  ["/api/v1/works?series=tale", 50],
  ["/api/v1/works?series=tale&kind=Episode", 50],
  ["/api/v1/works?series=tale&kind=Document", 50],
  ["/api/v1/works?in=es", 50],
  ["/api/v1/works?topic=history&in=es&kind=Episode", 50],
  ["/api/v1/works?limit=100", 100],
  ["/api/v1/series", 50],
  ["/api/v1/series/tale", 50],
  ["/api/v1/series/tale?limit=100", 100],
  ["/api/v1/languages", 50],
  ["/en/library", 48 + 24],
  ["/en/library?in=es", 48 + 24],
  ["/en/library?topic=History&in=es&series=tale", 48 + 24],
  // There are many works with either filter, and none with both.
  ["/en/library?topic=history&kind=Document", 48 + 24],
  ["/feeds/es.rss", 50],
  ["/feeds/tale/es.rss", 50],
  ["/sitemap.xml", 100],
  ["/sitemap.xml?page=1", 100],
  ["/en/", 6 + 5 + 12],
  ["/en/series/tale", 200],
  ["/iiif/series/tale/collection.json", 500],
  ["/lms/series/tale.imscc?lang=es", 500],
  ["/embed/series/tale?lang=es", 500],
  ["/embed/series/tale?lang=es&episode=middle", 500],
];

/** The template of the many works. */
const many = { series: "tale", keywords: ["History", "detention"] };

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  const tags = ["en", "es", "vi", "ar", "ht", "so", "ti", "ps", "my", "mam", "quc", "es-MX"];
  const captions = await Promise.all(tags.map((tag) => track(tag, vtt(`In ${tag}.`))));
  await publish(await episode("middle", { series: "tale", episode: 3, captions }));
  const related = ["middle", "few-1", "few-2"];
  await publish(await document("paper", { related }));
  await insertMany("few", 7, await episode("template", many));
});

async function staysWithinBudgets(): Promise<void> {
  const budgets = [...workPages, ...lists.map(([path, size]) => [path, 2 * size] as const)];
  const tooMany: Record<string, string> = {};
  for (const [path, budget] of budgets) {
    const rows = await rowsReadBy(path);
    if (rows > budget) tooMany[path] = `${rows} rows, not ${budget}`;
  }
  expect(tooMany).toEqual({});
}

test("no page reads more rows than its budget in a library of ten works", async () => {
  await insertMany("many", 1, await episode("template", many));
  await staysWithinBudgets();
});

test("no page reads more rows than its budget in a library of 2,000 works", async () => {
  await insertMany("more", 2000, await episode("template", many));
  await staysWithinBudgets();
});

test.each(["", "kind=Episode&", "series=tale&", "in=es&", "topic=history&series=tale&"])(
  "the fifth page of a list (%s) reads as many rows as the first",
  async (filter) => {
    let path = `/api/v1/works?${filter}`;
    for (let page = 1; page < 5; page += 1) {
      const { next } = await (await ask(path)).json<{ next: string }>();
      path = `/api/v1/works?${filter}cursor=${encodeURIComponent(next)}`;
    }
    expect(await rowsReadBy(path)).toBeLessThanOrEqual(100);
  },
);
