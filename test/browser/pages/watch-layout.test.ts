import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { waitForFilm } from "../support/film.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

const sizes = [
  { width: 320, height: 480 },
  { width: 360, height: 740 },
  // A phone on its side.
  { width: 740, height: 360 },
  { width: 768, height: 1024 },
  { width: 1000, height: 700 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

/** Where film, transcript and its current sentence are in the window. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const boxOf = (selector: string) => {
      const { top, bottom, left, right } =
        document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      return { top, bottom, left, right };
    };
    return {
      film: boxOf(".film"),
      box: boxOf(".transcript"),
      current: boxOf(".transcript [aria-current]"),
      scrolled: scrollY,
      overflow: document.documentElement.scrollWidth - innerWidth,
      isFilmFocused: document.activeElement?.classList.contains("film"),
    };
  });

/** Where an element begins in the window, in pixels. */
const topOf = (element: Locator) => element.evaluate((shown) => shown.getBoundingClientRect().top);

/** Clicks on the first words of a sentence, which may begin in the middle of a line. */
async function clickWords(page: Page, sentence: Locator): Promise<void> {
  const { x, y } = await sentence.evaluate((element) => {
    const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(x, y);
}

for (const address of [`/en/watch/${film}`, `/en/watch/${film}?beside=es`]) {
  test(`a click on a sentence leaves film and sentence in sight, at every width: ${address}`, async () => {
    const { page, leave } = await visit(browser());
    await page.goto(address);
    await page.locator(".toolbar:not([inert])").waitFor();
    const sentences = page.locator(".transcript [data-start]");
    const last = sentences.nth((await sentences.count()) - 2);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const at = JSON.stringify(size);
      await last.scrollIntoViewIfNeeded();
      const topBefore = await topOf(last);
      await clickWords(page, last);
      await expect.poll(() => last.getAttribute("aria-current")).toBe("true");
      const { film, current, box, overflow, isFilmFocused } = await measure(page);
      expect(film.top, at).toBeGreaterThan(-1);
      expect(film.bottom, at).toBeLessThanOrEqual(size.height);
      expect(current.top, at).toBeGreaterThan(-1);
      expect(current.bottom, at).toBeLessThanOrEqual(size.height);
      expect(overflow, at).toBeLessThanOrEqual(0);
      expect(isFilmFocused, at).toBe(true);
      if (size.width >= 1000 || size.height < 480) {
        expect(film.right <= box.left, at).toBe(true);
        expect(box.bottom - box.top, at).toBeLessThanOrEqual(size.height);
      } else {
        expect(current.top, at).toBeGreaterThanOrEqual(film.bottom);
        expect(film.bottom, at).toBeLessThanOrEqual(size.height / 2);
        // The text stays where it was clicked, also if the film above it changed its height.
        expect(Math.abs((await topOf(last)) - topBefore), at).toBeLessThanOrEqual(1);
      }
    }
    await leave();
  });
}

test("a moment in the address has its sentence in sight, and the focus is never under the film", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 360, height: 640 } });
  await page.goto(`/en/watch/${film}?t=45`);
  await page.locator(".transcript [aria-current]").waitFor();
  const { film: frame, current } = await measure(page);
  expect(current.top).toBeGreaterThanOrEqual(frame.bottom);
  expect(current.bottom).toBeLessThanOrEqual(640);
  await page.locator(".transcript a").last().focus();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Shift+Tab");
    const focused = await page.evaluate(
      () => document.activeElement?.getBoundingClientRect().top ?? -1,
    );
    expect(focused).toBeGreaterThanOrEqual((await measure(page)).film.bottom);
  }
  // Beside the film only the transcript's box is scrolled.
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`/en/watch/${film}?t=45`);
  await page.locator(".transcript [aria-current]").waitFor();
  expect((await measure(page)).scrolled).toBe(0);
  await page.evaluate(() => {
    location.hash = "t=2";
  });
  await waitForFilm(page, ({ time }) => time === 2);
  await expect
    .poll(() => page.locator(".transcript").evaluate((element) => element.scrollTop))
    .toBeLessThan(60);
  await leave();
});

test("what one watches next stands first below the film and its text, how to cite it last", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 360, height: 740 } });
  await page.goto(`/es/watch/${film}`);
  const parts = await page
    .locator(".watch > *, .watch > aside > section[aria-labelledby]")
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.localName === "section")
        .map((element) => ({
          name: element.getAttribute("aria-labelledby"),
          top: element.getBoundingClientRect().top,
        })),
    );
  expect(parts.map(({ name }) => name)).toEqual([
    "transcript",
    "next",
    "chapters",
    "attachments",
    "related",
    "download",
    "described",
    "cite",
  ]);
  expect(parts.toSorted((one, other) => one.top - other.top)).toEqual(parts);
  // On a tablet in two columns: the next film's picture isn't as large as the film.
  await page.setViewportSize({ width: 768, height: 1024 });
  const { width = 768 } = (await page.locator("aside .card-picture").boundingBox()) ?? {};
  expect(width).toBeLessThan(400);
  await leave();
});
