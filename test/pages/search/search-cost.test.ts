import { beforeAll, describe, expect, test } from "vitest";
import { ask, get } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { episode, librarySettings, publish, series, track, vtt } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

interface Answer {
  items: { slug: string }[];
  next: string | null;
}

async function api(query: string): Promise<Answer> {
  const response = await get(`/api/v1/search?${query}`);
  expect(response.status, query).toBe(200);
  return response.json();
}

describe("a search costs one round trip", () => {
  beforeAll(async () => {
    await publish(librarySettings());
    const text = vtt("The common word is here.", "And here it is common.");
    const captions = [await track("en", text, "captions"), await track("es", vtt("common"))];
    const template = await episode("common", { captions });
    for (let number = 0; number < 60; number += 1) {
      const ofSeries = { series: `series-${number % 5}`, episode: number + 1 };
      if (number < 5) await publish(series(ofSeries.series));
      await publish({ ...template, ...ofSeries, slug: `common-${number}` });
    }
  });

  test("and at most two rows for each listed work, on both pages and without results", async () => {
    const rows: Record<string, number> = {};
    for (const query of [
      "q=common",
      "q=common&cursor=25",
      "q=common&lang=es",
      "q=common&lang=vi",
      "q=common&lang=vi&cursor=25",
      "q=common&kind=Episode&in=en",
      "q=common&year=2026&work=common-7",
      "q=common+place+anywhere",
      "q=cammon+wurd+heer",
    ]) {
      for (const path of [`/api/v1/search?${query}`, `/en/search?${query}`]) {
        const { bindings, cost } = countCost();
        const response = await ask(path, {}, bindings);
        expect(response.status).toBe(200);
        await response.arrayBuffer();
        expect(cost.roundTrips, path).toBe(1);
        rows[path] = cost.rowsRead;
      }
    }
    const tooMany = Object.entries(rows).filter(([, count]) => count > 2 * 25);
    expect(tooMany).toEqual([]);
    expect(Math.max(...Object.values(rows))).toBeGreaterThan(25);
  });

  test("lists each work once, and 25 on both pages, even if several languages match", async () => {
    const first = await api("q=common&lang=vi");
    const second = await api("q=common&lang=vi&cursor=25");
    expect([first.items.length, first.next, second.items.length]).toEqual([25, "25", 25]);
    const slugs = [...first.items, ...second.items].map((item) => item.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  test("has a second page that continues where the first ended", async () => {
    const first = await api("q=common&lang=en");
    expect(first.items).toHaveLength(25);
    expect(first.next).toBe("25");
    const second = await api(`q=common&lang=en&cursor=${first.next}`);
    expect(second.next).toBeNull();
    const slugs = [...first.items, ...second.items].map((item) => item.slug);
    expect(slugs).toHaveLength(50);
    expect(new Set(slugs).size).toBe(50);
    const { html } = await pageOf(await get("/en/search?q=common"));
    expect(html).toContain('rel="next"');
  });

  test("leads to the first page after the last one, with its filters", async () => {
    const beyond = await get("/en/search?q=solitary&kind=Episode&cursor=25");
    expect(beyond.status).toBe(302);
    expect(beyond.headers.get("Location")).toBe("/en/search?q=solitary&kind=Episode");
    expect(beyond.headers.get("Cache-Control")).toBe("no-store");
    expect((await api("q=solitary&lang=en&cursor=25")).items).toEqual([]);
  });
});
