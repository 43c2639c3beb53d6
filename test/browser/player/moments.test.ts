import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { play, playFrom, slowDown, stateOf, waitForFilm } from "../support/film.ts";
import { film, url, useVisit } from "../support/visit.ts";

const visited = useVisit();
const address = `/en/watch/${film}`;

/** Opens the film's page at a moment. An address that differs from the last one in its anchor only wouldn't be loaded. */
async function openAt(moment: string): Promise<Page> {
  const { page } = visited();
  await page.goto("about:blank");
  await page.goto(address + moment);
  return page;
}

describe("an address with a moment", () => {
  test.each(["?t=37", "#t=37", "?t=0:37", "#t=37,40"])("%s starts there", async (moment) => {
    const page = await openAt(moment);
    await slowDown(page);
    await play(page);
    const started = await waitForFilm(page, ({ time, width }) => time > 37 && width > 0);
    expect(started.time).toBeLessThan(38);
  });

  test.each(["#t=37,39", "?t=37,39"])(
    "%s stops within 50 ms at the end of its range",
    async (moment) => {
      const page = await openAt(moment);
      await play(page);
      await waitForFilm(page, ({ time, paused }) => time > 37.2 && !paused);
      const stopped = await waitForFilm(page, ({ paused }) => paused);
      expect(stopped.time).toBeGreaterThanOrEqual(38.99);
      expect(stopped.time).toBeLessThanOrEqual(39.05);

      await play(page);
      await waitForFilm(page, ({ time, paused }) => time > 39.8 && !paused);
    },
  );
});

describe("the transcript", () => {
  test("plays from a paragraph's moment, on the same page", async () => {
    const { page } = visited();
    await page.goto(address);
    await slowDown(page);
    await page.locator("[data-transcript] a.moment").getByText("0:16").click();
    const playing = await waitForFilm(page, ({ time, paused }) => time > 16.2 && !paused);
    expect(playing.time).toBeLessThan(17);
    expect(page.url()).toBe(url + address);
  });

  test("plays from the sentence that is clicked", async () => {
    const { page } = visited();
    await page.goto(address);
    await slowDown(page);
    await page
      .locator("[data-start]", { hasText: "A corridor of closed doors leads to a light." })
      .click();
    const playing = await waitForFilm(page, ({ time, paused }) => time > 34.2 && !paused);
    expect(playing.time).toBeLessThan(35);
  });

  test("marks the spoken sentence, and then the next one", async () => {
    const { page } = visited();
    await page.goto(address);
    expect(await page.locator("[data-transcript] [aria-current]").count()).toBe(0);
    await slowDown(page);
    await page.getByText("in the world was made.", { exact: true }).click();
    const marked = page.locator("[data-transcript] [aria-current=true]");
    await marked.getByText("in the world was made.").waitFor();
    await playFrom(page, 34);
    await marked.getByText("A corridor of closed doors leads to a light.").waitFor();
    expect(await marked.count()).toBe(1);
    expect((await stateOf(page)).time).toBeGreaterThanOrEqual(34.126);
  });
});

test("a chapter's link plays the film from there", async () => {
  const { page } = visited();
  await page.goto(address);
  await slowDown(page);
  await page.locator(".chapters a").getByText("What you can do").click();
  const playing = await waitForFilm(page, ({ time, paused }) => time > 37.1 && !paused);
  expect(playing.time).toBeLessThan(38);
});
