import { expect, test } from "vitest";
import { pages } from "../support/pages.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const phone = { width: 360, height: 740 };
const laptop = { width: 1280, height: 900 };

test("on a phone the library's filters open by a link without a script, and the chosen ones stand beside it", async () => {
  const context = await browser().newContext({ viewport: phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}/es/library?in=vi&kind=Document`);
  const bar = page.locator(".open-filters");
  const filters = page.locator("#filters");
  expect(await filters.isVisible()).toBe(false);
  expect(await bar.locator("span").allTextContents()).toEqual(["Documentos", "Tiếng Việt"]);
  await bar.locator("a").click();
  await filters.waitFor();
  expect(await bar.isVisible()).toBe(false);
  await context.close();
});

test("on a laptop each filter has its name in a column of names, and its choices beside it", async () => {
  const { page, leave } = await visit(browser(), { viewport: laptop });
  for (const language of ["vi", "ar"]) {
    await page.goto(pages.library(language));
    expect(await page.locator(".open-filters").isVisible()).toBe(false);
    const rows = await page.locator("#filters > p").evaluateAll((names) =>
      names.map((name) => {
        const words = document.createRange();
        words.selectNodeContents(name);
        const list = document.querySelector(`ul[aria-labelledby="${name.id}"]`);
        const first = list?.querySelector("a")?.getBoundingClientRect() ?? new DOMRect();
        const { left, right, top } = words.getBoundingClientRect();
        const isRightToLeft = document.dir === "rtl";
        return {
          start: Math.round(isRightToLeft ? right : left),
          gap: isRightToLeft ? left - first.right : first.left - right,
          lineOffset: Math.abs(first.top - top),
        };
      }),
    );
    expect(rows.length, language).toBe(4);
    expect(new Set(rows.map(({ start }) => start)).size, language).toBe(1);
    for (const { gap, lineOffset } of rows) {
      expect(gap, language).toBeGreaterThan(8);
      expect(lineOffset, language).toBeLessThan(12);
    }
  }
  await leave();
});

test("the footer stands at the lower edge of a window that is higher than its page", async () => {
  const { page } = await visit(browser(), { viewport: laptop });
  for (const path of [pages.missing("en"), pages.home("en")]) {
    await page.goto(path);
    const { bottom, end } = await page.evaluate(() => ({
      bottom: scrollY + (document.querySelector("footer")?.getBoundingClientRect().bottom ?? 0),
      end: Math.max(innerHeight, document.documentElement.scrollHeight),
    }));
    expect(Math.abs(bottom - end), path).toBeLessThan(1);
  }
  // The browser reports the 404 as an error.
  await page.context().close();
});

test("code is broken into lines, not scrolled", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 320, height: 640 } });
  await page.goto(pages["about, with code"]("vi"));
  const { hidden, lines } = await page.locator(".prose pre").evaluate((code) => ({
    hidden: code.scrollWidth - code.clientWidth,
    lines: code.clientHeight / Number.parseFloat(getComputedStyle(code).lineHeight),
  }));
  expect(hidden).toBe(0);
  expect(lines).toBeGreaterThan(3);
  await leave();
});

test("a label is as wide as its words, beside the film too", async () => {
  const { page, leave } = await visit(browser(), { viewport: laptop });
  await page.goto(`/ar/watch/${film}`);
  const room = await page
    .locator(".watch-text .label")
    .first()
    .evaluate((label) => {
      const words = document.createRange();
      words.selectNodeContents(label);
      return label.getBoundingClientRect().width - words.getBoundingClientRect().width;
    });
  expect(room).toBeGreaterThan(0);
  expect(room).toBeLessThan(30);
  await leave();
});
