import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pages } from "../support/pages.ts";
import { useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

/** A page as it stands on paper. */
async function onPaper(address: string): Promise<Page> {
  const { page } = await visit(browser());
  await page.goto(address);
  await page.emulateMedia({ media: "print" });
  return page;
}

/** The words that are on paper; those that only a screen reader says aren't. */
const wordsOf = (page: Page) =>
  page.evaluate(() => {
    const shown: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement } = node;
      if (!parentElement?.checkVisibility()) continue;
      const { width, height } = parentElement.getBoundingClientRect();
      if (width > 1 && height > 1) shown.push(node.nodeValue ?? "");
    }
    return shown.join(" ");
  });

test("the home page on paper has the library's name and its newest episode, without the player", async () => {
  const page = await onPaper(pages.home("en"));
  const words = await wordsOf(page);
  expect(words).toContain("Videoteca");
  expect(words).toContain("Newest episode");
  expect(words).toContain("Demonstration: how to use this library");
  expect(words).not.toContain("0:00");
  const ink = await page
    .locator(".featured .summary")
    .evaluate((element) => getComputedStyle(element).color);
  const [red = 255] = (ink.match(/\d+/g) ?? []).map(Number);
  expect(red).toBeLessThan(128);
  await page.context().close();
});

test.each(["library", "series"] as const)(
  "a list on paper has each film's length in words, and no picture that may be empty: %s",
  async (name) => {
    const page = await onPaper(pages[name]("es"));
    expect(await page.locator(".card-picture").first().isVisible()).toBe(false);
    const words = await wordsOf(page);
    expect(words).toContain("55 segundos");
    expect(words).toContain("51 segundos");
    await page.context().close();
  },
);

test("on paper nothing stands close below the notice, and what is closed isn't printed", async () => {
  const { page } = await visit(browser());
  await page.emulateMedia({ media: "print" });
  for (const name of ["home", "series", "watch", "read", "api"] as const) {
    await page.goto(pages[name]("vi"));
    const { gap, closed } = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll("main *")]
        .map((element) => element.getBoundingClientRect())
        .filter(({ width, height }) => width > 1 && height > 1);
      const notice = document.querySelector(".notice")?.getBoundingClientRect().bottom ?? 0;
      return {
        gap: Math.min(...boxes.map(({ top }) => top)) - notice,
        closed: [...document.querySelectorAll("details:not([open])")].filter((one) =>
          one.checkVisibility(),
        ).length,
      };
    });
    expect(gap, name).toBeGreaterThanOrEqual(12);
    expect(closed, name).toBe(0);
  }
  await page.context().close();
});
