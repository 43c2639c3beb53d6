import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { waitForFilm } from "../support/film.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const pages = [
  ["watch page", `/en/watch/${film}`],
  ["embed", `/embed/${film}?lang=en`],
];

/** Starts without waiting: if no source loads, the promise of `play()` never settles. */
function startPlaying(page: Page): Promise<void> {
  return page.locator("video").evaluate((video) => {
    (video as HTMLVideoElement).play().catch(() => undefined);
  });
}

describe.each(pages)("on the %s, if the film can't be loaded", (_, address) => {
  test("a message offers the audio and the transcript", async () => {
    const { page, troubles, leave } = await visit(browser());
    await page.route(/\.(mp4|webm)/, (route) => route.fulfill({ status: 404 }));
    await page.goto(address);
    await startPlaying(page);
    const alert = page.getByRole("alert");
    await alert.getByText("The film can't be played").waitFor();

    await alert.getByRole("button", { name: "Read the transcript" }).click();
    expect(await page.locator(".transcript").isVisible()).toBe(true);
    await alert.getByRole("button", { name: "Listen to the audio" }).click();
    await waitForFilm(page, ({ time, paused }) => time > 0.2 && !paused);
    await alert.waitFor({ state: "hidden" });
    troubles.length = 0; // The console errors about the film are expected.
    await leave();
  });

  test("“Try again” plays it once it can be loaded", async () => {
    const { page, troubles, leave } = await visit(browser());
    await page.goto(address);
    await page.context().setOffline(true);
    await startPlaying(page);
    const retry = page.getByRole("button", { name: "Try again" });
    await retry.waitFor();
    await page.context().setOffline(false);
    await retry.click();
    await waitForFilm(page, ({ width, paused }) => width > 0 && !paused);
    await page.getByRole("alert").waitFor({ state: "hidden" });
    troubles.length = 0;
    await leave();
  });
});

test("an embed of an unknown film shows a short “not found” message", async () => {
  const { page, troubles, leave } = await visit(browser(), {
    viewport: { width: 320, height: 240 },
  });
  await page.goto("/embed/there-is-no-such-film?lang=en");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Page not found");
  expect(await page.evaluate(() => document.body.scrollHeight)).toBeLessThan(240);
  expect(troubles.splice(0)).toEqual([expect.stringContaining("404")]);
  await leave();
});
