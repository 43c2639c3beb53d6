import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EpisodeRecord } from "../../../src/records/schema/record.ts";
import { play, waitForFilm } from "../support/film.ts";
import { type Library, openLibrary } from "../support/library.ts";
import { asLongFilm, publishVariant } from "../support/variant.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
let library: Library;

const withoutSeries = ({ series: _, episode: __, ...record }: EpisodeRecord) => record;
const withoutPoster = ({ poster: _, ...record }: EpisodeRecord) => record;
const variants: ((record: EpisodeRecord) => EpisodeRecord)[] = [
  asLongFilm,
  (record) => ({
    ...withoutSeries(record),
    slug: "portrait",
    video: record.video.map((medium) => ({ ...medium, width: 720, height: 1280 })),
  }),
  (record) => ({ ...withoutPoster(withoutSeries(record)), slug: "no-poster" }),
  (record) => ({ ...withoutPoster(withoutSeries(record)), slug: "sound", video: [] }),
];

beforeAll(async () => {
  library = await openLibrary();
  for (const variant of variants) await publishVariant(library, film, variant);
});
afterAll(() => library.stop());

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox();
  return box ?? { x: 0, y: 0, width: 0, height: 0 };
};

test("60 chapters and eight languages scroll inside the film at each width, by keyboard too, with marks drawn once", async () => {
  const { page, leave } = await visit(browser(), { baseURL: library.url }, [library.url]);
  await page.goto("/embed/a-long-film?lang=en");
  const openers = page.locator(".bar [aria-controls]");
  await openers.first().focus();
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  expect(await page.locator(".timeline b").count()).toBe(60);
  expect(await page.locator("[name=captions] option").count()).toBe(9);
  for (const width of [280, 640, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const panel of ["captions", "chapters", "settings"]) {
      await page.locator(`[aria-controls=${panel}-panel]`).click();
      const inside = await boxOf(page, `#${panel}-panel`);
      const frame = await boxOf(page, ".film");
      expect(inside.height, `${panel}, ${width} px`).toBeGreaterThan(40);
      expect(inside.x, `${panel}, ${width} px`).toBeGreaterThanOrEqual(frame.x);
      expect(inside.y, `${panel}, ${width} px`).toBeGreaterThanOrEqual(frame.y);
      expect(inside.x + inside.width).toBeLessThanOrEqual(frame.x + frame.width);
      expect(inside.y + inside.height).toBeLessThanOrEqual(frame.y + frame.height);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  // The last chapter is reached by keyboard, and is in sight there.
  await page.locator("[aria-controls=chapters-panel]").click();
  const links = page.locator("#chapters-panel a");
  await links.nth(57).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect
    .poll(() =>
      page.evaluate(() => {
        const link = document.activeElement;
        const panel = link?.closest("#chapters-panel")?.getBoundingClientRect();
        const box = link?.getBoundingClientRect();
        const isInside = panel && box && box.top >= panel.top && box.bottom <= panel.bottom;
        return isInside ? link?.textContent : `${box?.top} in ${panel?.top}`;
      }),
    )
    .toContain("Chapter 60");
  await page.keyboard.press("Escape");
  // The chapter under the pointer is named.
  const timeline = await boxOf(page, ".timeline [name=time]");
  await page.mouse.move(timeline.x + timeline.width / 2 + 4, timeline.y + timeline.height / 2);
  await page.locator(".hint").getByText("· Chapter 31, in which").waitFor();
  expect(await page.locator(".timeline b").count()).toBe(60);
  await leave();
});

test("a portrait film stands in a frame of its own shape, within the window", async () => {
  const { page, leave } = await visit(browser(), { baseURL: library.url }, [library.url]);
  await page.goto("/en/watch/portrait");
  for (const [width, height] of [
    [1280, 720],
    [1600, 1000],
    [800, 1000],
  ] as const) {
    await page.setViewportSize({ width, height });
    const frame = await boxOf(page, ".film");
    const at = `${width} × ${height}: ${JSON.stringify(frame)}`;
    expect(frame.y + frame.height, at).toBeLessThanOrEqual(height);
    // Controls need 320 px.
    expect(Math.abs(frame.width - Math.max(320, (frame.height * 9) / 16)), at).toBeLessThan(2);
  }
  await leave();
});

test("where there is no poster, the title stands on a drawn card, and on it for sound while it plays", async () => {
  const { page, requests, leave } = await visit(browser(), { baseURL: library.url }, [library.url]);
  for (const address of ["/embed/sound?lang=en", "/embed/no-poster?lang=en"]) {
    await page.goto(address);
    const card = page.locator(".drawn-poster");
    await card.getByText("Criminalizing Migration").waitFor();
    const frame = await boxOf(page, ".film");
    expect(frame.width / frame.height).toBeCloseTo(16 / 9, 1);
    expect(requests.filter((request) => request.includes("/media/"))).toEqual([]);
    await play(page);
    await waitForFilm(page, ({ time, paused }) => time > 0 && !paused);
    await card.waitFor({ state: address.includes("sound") ? "visible" : "hidden" });
    requests.length = 0;
  }
  await leave();
});
