import { describe, expect, test } from "vitest";
import { play, stateOf, waitForFilm } from "../support/film.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const address = `/en/watch/${film}`;

describe("an address with a moment", () => {
  test.each(["?t=37", "#t=37", "?t=0:37", "#t=37,40"])("%s starts there", async (moment) => {
    const { page, leave } = await visit(browser());
    await page.goto(address + moment);
    await play(page);
    const started = await waitForFilm(page, ({ time, width }) => time > 37 && width > 0);
    expect(started.time).toBeLessThan(39);
    await leave();
  });

  test.each(["#t=37,39", "?t=37,39"])(
    "%s stops within 50 ms at the end of its range",
    async (moment) => {
      const { page, leave } = await visit(browser());
      await page.goto(address + moment);
      await play(page);
      await waitForFilm(page, ({ time, paused }) => time > 37.2 && !paused);
      const stopped = await waitForFilm(page, ({ paused }) => paused);
      expect(stopped.time).toBeGreaterThanOrEqual(38.99);
      expect(stopped.time).toBeLessThanOrEqual(39.05);

      await play(page);
      await waitForFilm(page, ({ time, paused }) => time > 39.8 && !paused);
      await leave();
    },
  );
});

describe("the transcript", () => {
  test("plays from a paragraph's moment, on the same page", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(address);
    await page.locator("[data-transcript] a.moment").getByText("0:16").click();
    const playing = await waitForFilm(page, ({ time, paused }) => time > 16.2 && !paused);
    expect(playing.time).toBeLessThan(18);
    expect(page.url()).toBe(url + address);
    await leave();
  });

  test("plays from the sentence that is clicked", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(address);
    await page.getByText("A corridor of closed doors leads to a light.").click();
    const playing = await waitForFilm(page, ({ time, paused }) => time > 34.2 && !paused);
    expect(playing.time).toBeLessThan(36);
    await leave();
  });

  test("marks the spoken sentence, and then the next one", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(address);
    expect(await page.locator("[data-transcript] [aria-current]").count()).toBe(0);
    await page.getByText("in the world was made.", { exact: true }).click();
    const marked = page.locator("[data-transcript] [aria-current=true]");
    await marked.getByText("in the world was made.").waitFor();
    await marked.getByText("A corridor of closed doors leads to a light.").waitFor();
    expect(await marked.count()).toBe(1);
    expect((await stateOf(page)).time).toBeGreaterThanOrEqual(34.126);
    await leave();
  });
});

test("a chapter's link plays the film from there", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(address);
  await page.locator(".chapters a").getByText("What you can do").click();
  const playing = await waitForFilm(page, ({ time, paused }) => time > 37.1 && !paused);
  expect(playing.time).toBeLessThan(39);
  await leave();
});
