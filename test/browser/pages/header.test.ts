import { expect, test } from "vitest";
import { useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

test.each([
  { width: 320, javaScriptEnabled: false },
  { width: 768, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: true },
])(
  "the header is one row at $width px, and its targets are 24 px high at least (WCAG 2.5.8)",
  async ({ width, javaScriptEnabled }) => {
    const { page, leave } = await visit(browser(), {
      viewport: { width, height: 740 },
      javaScriptEnabled,
    });
    for (const language of ["en", "es", "vi", "ar"]) {
      await page.goto(`/${language}/library`);
      const boxes = [];
      for (const child of await page.locator(".site-header > *").all()) {
        const box = await child.boundingBox();
        if (box !== null) boxes.push(box);
      }
      expect(boxes.length, language).toBe(4);
      const [brand] = boxes;
      for (const box of boxes) {
        const middle = box.y + box.height / 2;
        expect(middle, language).toBeGreaterThan(brand?.y ?? 0);
        expect(middle, language).toBeLessThan((brand?.y ?? 0) + (brand?.height ?? 0));
        expect(box.height, language).toBeGreaterThanOrEqual(24);
      }
    }
    await leave();
  },
);

test.each([760, 900, 961])(
  "at %i px the header's field is wide enough for what it says, or a link leads to the search page",
  async (width) => {
    const { page, leave } = await visit(browser(), { viewport: { width, height: 740 } });
    for (const language of ["en", "es", "vi", "ar"]) {
      await page.goto(`/${language}/library`);
      const field = page.locator(".site-header input[name=q]");
      if (await page.locator(".search-link").isVisible()) {
        expect(await field.isVisible(), language).toBe(false);
        continue;
      }
      const missing = await field.evaluate((input: HTMLInputElement) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(input);
        const context = document.createElement("canvas").getContext("2d");
        if (context === null) throw new Error("There is no canvas.");
        context.font = font;
        const room = input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        return context.measureText(input.placeholder).width - room;
      });
      expect(missing, language).toBeLessThanOrEqual(0);
    }
    await leave();
  },
);

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
