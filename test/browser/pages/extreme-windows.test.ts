import { expect, test } from "vitest";
import { pages } from "../support/pages.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

test("a word longer than a window of 320 px is broken, wherever it stands (WCAG 1.4.10)", async () => {
  const { page } = await visit(browser(), { viewport: { width: 320, height: 640 } });
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address("es"));
    const wide = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        // Words of ours, none of which is that long.
        const isOurs = node.parentElement?.closest(
          "script, style, noscript, .skip-link, .site-header, .film, .toolbar, button, dt",
        );
        if (node instanceof Text && !isOurs && /\p{L}/u.test(node.data)) found.push(node);
      }
      for (const text of found) text.data = ` ${"Rechtsschutzversicherung".repeat(3)} `;
      const { clientWidth } = document.documentElement;
      const beyond = found.filter(({ parentElement: parent }) => {
        const { left, right } = parent?.getBoundingClientRect() ?? new DOMRect();
        return left < -1 || right > clientWidth + 1;
      });
      return beyond.map(({ parentElement: parent }) => parent?.outerHTML.slice(0, 60));
    });
    expect(wide, name).toEqual([]);
  }
  await page.context().close();
});

test.each([
  { width: 320, height: 200 },
  { width: 360, height: 640 },
])(
  "the sentence of a moment isn't under the film, in a window of $width × $height px",
  async (viewport) => {
    const { page, leave } = await visit(browser(), { viewport });
    await page.goto(`/en/watch/${film}?t=20`);
    const sentence = page.locator(".transcript [aria-current]");
    await sentence.waitFor();
    const { top, bottom, covered } = await sentence.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const shownFilm = document.querySelector(".film")?.getBoundingClientRect() ?? new DOMRect();
      return { top: box.top, bottom: box.bottom, covered: Math.max(0, shownFilm.bottom) };
    });
    expect(top).toBeGreaterThanOrEqual(covered);
    expect(bottom).toBeLessThanOrEqual(viewport.height);
    // More than half of the window is left to the text.
    expect(covered).toBeLessThanOrEqual(viewport.height / 2);
    await leave();
  },
);

test("in forced colors the arrow of the languages' button is a triangle", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 360, height: 640 } });
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(pages.library("en"));
  const sides = await page.locator(".languages-button").evaluate((button) => {
    const { borderLeftColor, borderTopColor } = getComputedStyle(button, "::after");
    return { borderLeftColor, borderTopColor };
  });
  expect(sides.borderLeftColor).toBe("rgba(0, 0, 0, 0)");
  expect(sides.borderTopColor).not.toBe(sides.borderLeftColor);
  await leave();
});

test.each(["home", "series", "library"] as const)(
  "in a window of 1920 px three films fill a row, so that a series of the home page leaves no gap: %s",
  async (name) => {
    const { page, leave } = await visit(browser(), { viewport: { width: 1920, height: 1080 } });
    await page.goto(pages[name]("en"));
    const { columns, gap } = await page.evaluate(() => {
      const cards = document.querySelector(".cards");
      const card = document.querySelector(".card");
      if (cards === null || card === null) throw new Error("There is no list.");
      // Three of them, whatever the demonstration has.
      cards.replaceChildren(...[1, 2, 3].map(() => card.cloneNode(true)));
      const boxes = [...cards.children].map((one) => one.getBoundingClientRect());
      const right = cards.getBoundingClientRect().right;
      return {
        columns: new Set(boxes.map(({ top }) => top)).size === 1 ? boxes.length : 0,
        gap: right - Math.max(...boxes.map((box) => box.right)),
      };
    });
    expect(columns).toBe(3);
    expect(gap).toBeLessThan(1);
    await leave();
  },
);

test("results in another direction than the page begin at one edge", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 1280, height: 800 } });
  await page.goto("/ar/search?q=immigration");
  const edges = await page
    .locator(".search-result :is(.summary, .passage-text:first-child)")
    .evaluateAll((texts) =>
      texts.map((text) => {
        const words = document.createRange();
        words.selectNodeContents(text);
        return Math.round(words.getBoundingClientRect().left);
      }),
    );
  expect(edges.length).toBeGreaterThan(5);
  expect(new Set(edges).size).toBe(1);
  await leave();
});
