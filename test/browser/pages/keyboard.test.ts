import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { slowDown, waitForFilm } from "../support/film.ts";
import { film, url, useVisit } from "../support/visit.ts";

const visited = useVisit();

interface Stop {
  readonly what: string;
  /** Whether the focus is visible. */
  readonly isVisible: boolean;
}

/** The element that has the focus. */
function readFocus(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const nameOf = (selector: string, name: string) => element.closest(selector) && name;
    const what =
      nameOf(".skip-link", "skip link") ??
      nameOf(".languages", "language links") ??
      nameOf(".film", "player") ??
      nameOf("[data-transcript]", "transcript moment") ??
      element.nodeName.toLowerCase();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isInViewport =
      box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const isVisible =
      isInViewport && outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    return { what, isVisible };
  });
}

/** Presses Tab until an element has the focus. @returns the stops on the way */
async function tabTo(page: Page, wanted: string): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.at(-1)?.what !== wanted) {
    expect(stops.length, `Tab never reaches the ${wanted}: ${JSON.stringify(stops)}`).toBeLessThan(
      50,
    );
    await page.keyboard.press("Tab");
    stops.push(await readFocus(page));
  }
  return stops;
}

test("Tab goes from the skip link to the language links, the player and the transcript, and the focus is always visible", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  const stops = [
    ...(await tabTo(page, "skip link")),
    ...(await tabTo(page, "language links")),
    ...(await tabTo(page, "player")),
    ...(await tabTo(page, "transcript moment")),
  ];
  expect(stops[0]?.what).toBe("skip link");
  expect(stops.filter((stop) => !stop.isVisible)).toEqual([]);
});

test("the skip link skips the header and leads to the film", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  await tabTo(page, "skip link");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect((await readFocus(page)).what).toBe("player");
});

test("the space bar plays and pauses the film", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  await tabTo(page, "player");
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  await page.keyboard.press("Space");
  await waitForFilm(page, ({ time, paused }) => time > 0.2 && !paused);
  await page.keyboard.press("Space");
  await waitForFilm(page, ({ paused }) => paused);
});

test("Enter on a moment plays the film from there", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  await tabTo(page, "transcript moment");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("0:16");
  await slowDown(page);
  await page.keyboard.press("Enter");
  const playing = await waitForFilm(page, ({ time, paused }) => time > 16.2 && !paused);
  expect(playing.time).toBeLessThan(17);
});

test("Enter on a language opens the film's page in that language", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  await tabTo(page, "language links");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${url}/es/watch/${film}`);
});
