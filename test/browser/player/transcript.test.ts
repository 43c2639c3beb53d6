import { expect, test } from "vitest";
import { pause, playFrom, waitForFilm } from "../support/film.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

test("a search in the transcript ignores tone marks, and moves from match to match", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/vi/watch/${film}`);
  const field = page.getByRole("searchbox", { name: "Tìm trong bản chép lời" });
  await field.fill("he thong");
  const marks = page.locator(".transcript mark");
  const words = await marks.allTextContents();
  expect(words.length).toBeGreaterThan(1);
  expect(new Set(words.map((word) => word.toLowerCase()))).toEqual(new Set(["hệ thống"]));
  await field.press("Enter");
  await page.getByText(`1 trên ${words.length}`).waitFor();
  await page.getByRole("button", { name: "Sau", exact: true }).click();
  await page.getByText(`2 trên ${words.length}`).waitFor();
  expect(await marks.nth(1).getAttribute("data-current")).toBe("");
  await page.getByRole("button", { name: "Trước" }).click();
  await page.getByText(`1 trên ${words.length}`).waitFor();
  await field.fill("xyz");
  await page.getByText("Không tìm thấy").waitFor();
  expect(await marks.count()).toBe(0);
  await leave();
});

test("a page opened from a search has its matches marked, and can move through them", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/en/watch/${film}?q=system`);
  const count = await page.locator(".transcript mark").count();
  expect(count).toBeGreaterThan(0);
  // By role, since the hidden placeholder of the toolbar has none.
  const field = page.getByRole("searchbox", { name: "Find in the transcript" });
  expect(await field.inputValue()).toBe("system");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  expect(await page.locator(".transcript mark").first().getAttribute("data-current")).toBe("");
  await leave();
});

test("in the embed the transcript scrolls with the film until that is turned off", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 320, height: 700 } });
  await page.goto(`/embed/${film}?lang=en&transcript=1`);
  const top = () => page.locator(".transcript").evaluate((element) => element.scrollTop);
  const follow = page.getByLabel("Scroll with the film");
  // The script loads only once the pointer is over the transcript.
  expect(await follow.count()).toBe(0);
  await page.locator(".transcript").hover();
  await follow.waitFor();
  expect(await follow.isChecked()).toBe(true);
  await playFrom(page, 45);
  await expect.poll(top).toBeGreaterThan(50);
  await follow.uncheck();
  await page.locator(".transcript").evaluate((element) => element.scrollTo(0, 0));
  await playFrom(page, 30);
  await waitForFilm(page, ({ time }) => time > 30.5);
  await page.locator(".transcript [aria-current]").first().waitFor();
  expect(await top()).toBe(0);
  await leave();
});

test("a click on a sentence plays it, although the page moves before the script is loaded", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 320, height: 700 } });
  await page.goto(`/embed/${film}?lang=en&transcript=1`);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/player/*.js", async (route) => {
    await released;
    await route.continue();
  });
  const sentence = "A corridor of closed doors leads to a light.";
  const place = await page.locator(".transcript").evaluate((transcript, words) => {
    const walker = document.createTreeWalker(transcript, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      // Captions may break a sentence into lines.
      const at = walker.currentNode.textContent?.replaceAll("\n", " ").indexOf(words) ?? -1;
      if (at < 0) continue;
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
    }
    transcript.scrollTop +=
      range.getBoundingClientRect().top - transcript.getBoundingClientRect().top;
    const { left, top, height } = range.getClientRects()[0] ?? new DOMRect();
    return { x: left + 5, y: top + height / 2 };
  }, sentence);
  await page.mouse.click(place.x, place.y);
  await page.locator(".film").evaluate((film) => {
    (film as HTMLElement).style.marginBlockStart = "77px";
  });
  release();
  const current = page.locator(".transcript [aria-current]");
  await expect.poll(() => current.first().textContent()).toBe(sentence);
  await leave();
});

test("when a phone is turned, film and current sentence stay in sight", async () => {
  const upright = { width: 360, height: 740 };
  const { page, leave } = await visit(browser(), { viewport: upright, hasTouch: true });
  await page.goto(`/en/watch/${film}`);
  await page.locator("[data-start]").nth(8).click();
  await waitForFilm(page, ({ time, width }) => time > 0 && width > 0);
  await pause(page);
  const outOfSight = () =>
    page.evaluate(() =>
      [".film", ".transcript [aria-current]"].filter((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box === undefined || box.top < -1 || box.bottom > innerHeight + 1;
      }),
    );
  await expect.poll(outOfSight).toEqual([]);
  for (const size of [{ width: 740, height: 360 }, upright]) {
    await page.setViewportSize(size);
    await expect.poll(outOfSight, { message: `${size.width} px` }).toEqual([]);
  }
  await leave();
});
