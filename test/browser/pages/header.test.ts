import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const languages = ["en", "es", "vi", "ar"];

/** Checks that the header's parts stand in one row. */
async function expectOneRow(page: Page, at: string): Promise<void> {
  const parts = await page.locator(".site-header > *").evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .map((element) => element.getBoundingClientRect())
      .map(({ top, height }) => ({ top, height })),
  );
  expect(parts.length, at).toBe(4);
  const [brand = { top: 0, height: 0 }] = parts;
  for (const { top, height } of parts) {
    const middle = top + height / 2;
    expect(middle, at).toBeGreaterThan(brand.top);
    expect(middle, at).toBeLessThan(brand.top + brand.height);
    expect(height, at).toBeGreaterThanOrEqual(24);
  }
}

/** By how much the search field is too narrow for what it says, in pixels; undefined where a link leads to a page for it. */
async function missingWidth(page: Page, at: string): Promise<number | undefined> {
  const field = page.locator(".site-header input[name=q]");
  if (await page.locator(".search-link").isVisible()) {
    expect(await field.isVisible(), at).toBe(false);
    return undefined;
  }
  return field.evaluate((input: HTMLInputElement) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(input);
    const context = document.createElement("canvas").getContext("2d");
    if (context === null) throw new Error("There is no canvas.");
    context.font = font;
    const room = input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return context.measureText(input.placeholder).width - room;
  });
}

test("the header is one row at 320 px without JavaScript, and its targets are 24 px high at least (WCAG 2.5.8)", async () => {
  const { page, leave } = await visit(browser(), {
    viewport: { width: 320, height: 740 },
    javaScriptEnabled: false,
  });
  for (const language of languages) {
    await page.goto(`/${language}/library`);
    await expectOneRow(page, language);
  }
  await leave();
});

test("the header is one row at 768 and 1280 px; at 760 to 961 px its field is wide enough for what it says, or a link leads to the search page", async () => {
  const { page, leave } = await visit(browser());
  for (const language of languages) {
    await page.goto(`/${language}/library`);
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await expectOneRow(page, `${language}, ${width} px`);
    }
    for (const width of [760, 900, 961]) {
      await page.setViewportSize({ width, height: 740 });
      const at = `${language}, ${width} px`;
      expect((await missingWidth(page, at)) ?? 0, at).toBeLessThanOrEqual(0);
    }
  }
  await leave();
});

test("on a phone without JavaScript the languages open as a menu, and search is a link away", async () => {
  const { page, leave } = await visit(browser(), {
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  await page.goto("/en/library");
  const link = page.locator(".languages").getByRole("link", { name: "Tiếng Việt" });
  expect(await link.isVisible()).toBe(false);
  await page.locator(".languages-button").click();
  const box = await link.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(40);
  await link.click();
  await page.waitForURL("**/vi/library");
  await page.locator(".search-link").click();
  await page.waitForURL("**/vi/search");
  expect(await page.locator("input[name=q]").isVisible()).toBe(true);
  await leave();
});
