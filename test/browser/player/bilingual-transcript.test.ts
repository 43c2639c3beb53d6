import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { playFrom, showCaptions, slowDown, stateOf, waitForFilm } from "../support/film.ts";
import { film, url, useBrowser, useVisit, visit } from "../support/visit.ts";

const browser = useBrowser();
const visited = useVisit();

/** The text of each column, row by row. */
function readRows(page: Page): Promise<string[][]> {
  return page
    .locator(".bilingual-row:not(.bilingual-headings)")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("[data-column]")].map((column) =>
          [...column.querySelectorAll("p")]
            .map((p) => (p.textContent ?? "").replace(/\s+/g, " ").trim())
            .join(" "),
        ),
      ),
    );
}

describe("a bilingual transcript", () => {
  test("is opened by a link that keeps the moment, without JavaScript", async () => {
    const { page, leave } = await visit(browser(), { javaScriptEnabled: false });
    await page.goto(`/es/watch/${film}?t=19`);
    await page.locator(".second-language").getByRole("link", { name: "English" }).click();
    await page.waitForURL(`${url}/es/watch/${film}?beside=en&t=19#transcript`);
    expect(await readRows(page)).toContainEqual([
      "Aquí, dos hilos parten muy separados y se enroscan el uno en el otro.",
      "Here, two threads start far apart and wind around each other.",
    ]);
    expect(await page.locator(".second-language [aria-current]").textContent()).toBe("English");
    // The language switcher and the links to moments keep it, too.
    await page.locator(".languages").getByRole("link", { name: "Tiếng Việt" }).click();
    await page.waitForURL(`${url}/vi/watch/${film}?t=19&beside=en`);
    const moment = page.locator("[data-transcript] a.moment").first();
    expect(await moment.getAttribute("href")).toContain("?beside=en&t=");
    await page.locator(".second-language").getByRole("link", { name: "Một ngôn ngữ" }).click();
    expect(await page.locator(".bilingual-row").count()).toBe(0);
    await leave();
  });

  test("marks the spoken text in both languages, shows both as captions, and plays from either", async () => {
    const { page } = visited();
    await page.goto(`/es/watch/${film}?beside=en`);
    await page.getByRole("button", { name: "Anterior" }).waitFor();
    await playFrom(page, 24);
    const marked = page.locator("[data-transcript] [aria-current=true]");
    await marked.getByText("Here, two threads start far apart").waitFor();
    const columns = await marked.evaluateAll((elements) =>
      elements.map((element) => element.closest<HTMLElement>("[data-column]")?.dataset.column),
    );
    expect(columns.sort()).toEqual(["en", "es"]);
    const { showing } = await waitForFilm(page, ({ words }) => words.length === 2);
    expect([...showing].sort()).toEqual(["en", "es"]);
    await slowDown(page);
    await page
      .locator("[data-start]", { hasText: "A corridor of closed doors leads to a light." })
      .click();
    const playing = await waitForFilm(page, ({ time }) => time > 34.2);
    expect(playing.time).toBeLessThan(35);
  });

  test("opens at the current time of the film, without captions if the viewer turned them off", async () => {
    const { page } = visited();
    await page.goto(`/en/watch/${film}`);
    await page.getByRole("button", { name: "Next", exact: true }).waitFor();
    await playFrom(page, 24);
    await waitForFilm(page, ({ time, width }) => time > 24.5 && width > 0);
    await showCaptions(page, "");
    await page.locator(".second-language").getByRole("link", { name: "Tiếng Việt" }).click();
    await page.waitForURL(({ searchParams }) => Number(searchParams.get("t")) >= 24.4);
    expect((await stateOf(page)).showing).toEqual([]);
    const spoken = page.locator("[data-transcript] [aria-current=true]").first();
    await spoken.waitFor();
    await expect
      .poll(() =>
        spoken.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
  });

  test.each([320, 360, 1280])(
    "fits at %d pixels, with the language and direction of each column",
    async (width) => {
      const { page, leave } = await visit(browser(), { viewport: { width, height: 800 } });
      await page.goto(`/ar/watch/${film}?beside=es`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      const row = page.locator(".bilingual-row", { hasText: "Here, two threads" });
      const [first, second] = await row.locator("[data-column]").evaluateAll((elements) =>
        elements.map((element) => ({
          lang: element.getAttribute("lang"),
          dir: element.getAttribute("dir"),
          box: element.getBoundingClientRect().toJSON() as DOMRect,
        })),
      );
      expect([first?.lang, first?.dir, second?.lang, second?.dir]).toEqual([
        "en",
        "ltr",
        "es",
        "ltr",
      ]);
      if (first === undefined || second === undefined)
        throw new Error("The row has fewer than two columns.");
      // Stacked on a phone; side by side if there is room, the first column on the right (Arabic page).
      if (width < 700) expect(second.box.top).toBeGreaterThanOrEqual(first.box.bottom);
      else {
        expect(second.box.right).toBeLessThanOrEqual(first.box.left);
        expect(second.box.top).toBe(first.box.top);
      }
      await leave();
    },
  );

  test.each(["en", "xx", "nonsense%22", "so"])(
    "a second language that doesn't exist or is the same (%s) is ignored",
    async (language) => {
      const { page } = visited();
      await page.goto(`/en/watch/${film}?beside=${language}`);
      expect(await page.locator(".bilingual-row").count()).toBe(0);
      expect(await page.locator(".transcript p").count()).toBeGreaterThan(2);
    },
  );
});
