import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { playFrom, waitForFilm } from "../support/film.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

/** What stands in each row, a text for each side. */
function rowsOf(page: Page): Promise<string[][]> {
  return page
    .locator(".bilingual-row:not(.bilingual-headings)")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("[data-side]")].map((side) =>
          [...side.querySelectorAll("p")]
            .map((p) => (p.textContent ?? "").replace(/\s+/g, " ").trim())
            .join(" "),
        ),
      ),
    );
}

describe("the original beside its translation", () => {
  test("is chosen by a link that keeps the moment, without JavaScript", async () => {
    const { page, leave } = await visit(browser(), { javaScriptEnabled: false });
    await page.goto(`/es/watch/${film}?t=19`);
    await page.locator(".second-language").getByRole("link", { name: "English" }).click();
    await page.waitForURL(`${url}/es/watch/${film}?beside=en&t=19#transcript`);
    expect(await rowsOf(page)).toContainEqual([
      "Aquí, dos hilos parten muy separados y se enroscan el uno en el otro.",
      "Here, two threads start far apart and wind around each other.",
    ]);
    expect(await page.locator(".second-language [aria-current]").textContent()).toBe("English");
    // The switch of the page's language and the moments keep it, too.
    await page.locator(".languages").getByRole("link", { name: "Tiếng Việt" }).click();
    await page.waitForURL(`${url}/vi/watch/${film}?t=19&beside=en`);
    const moment = page.locator("[data-transcript] a.moment").first();
    expect(await moment.getAttribute("href")).toContain("?beside=en&t=");
    await page.locator(".second-language").getByRole("link", { name: "Một ngôn ngữ" }).click();
    expect(await page.locator(".bilingual-row").count()).toBe(0);
    await leave();
  });

  test("has what is being said marked in both, and plays from either", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(`/es/watch/${film}?beside=en`);
    await page.getByRole("button", { name: "Anterior" }).waitFor();
    await playFrom(page, 24);
    const marked = page.locator("[data-transcript] [aria-current=true]");
    await marked.getByText("Here, two threads start far apart").waitFor();
    const sides = await marked.evaluateAll((all) =>
      all.map((one) => one.closest<HTMLElement>("[data-side]")?.dataset.side),
    );
    expect(sides.sort()).toEqual(["en", "es"]);
    await page.getByText("A corridor of closed doors leads to a light.").click();
    const playing = await waitForFilm(page, ({ time }) => time > 34.2);
    expect(playing.time).toBeLessThan(36.5);
    await leave();
  });

  test("opens where the film is", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(`/en/watch/${film}`);
    await page.getByRole("button", { name: "Next", exact: true }).waitFor();
    await playFrom(page, 24);
    await waitForFilm(page, ({ time, width }) => time > 24.5 && width > 0);
    await page.locator(".second-language").getByRole("link", { name: "Tiếng Việt" }).click();
    await page.waitForURL(({ searchParams }) => Number(searchParams.get("t")) >= 24.4);
    const said = page.locator("[data-transcript] [aria-current=true]").first();
    await said.waitFor();
    await expect
      .poll(() =>
        said.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
    await leave();
  });

  test.each([320, 360, 1280])("fits at %d pixels, each side in its language", async (width) => {
    const { page, leave } = await visit(browser(), { viewport: { width, height: 800 } });
    await page.goto(`/ar/watch/${film}?beside=es`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const row = page.locator(".bilingual-row", { hasText: "Here, two threads" });
    const [first, second] = await row.locator("[data-side]").evaluateAll((all) =>
      all.map((one) => ({
        lang: one.getAttribute("lang"),
        dir: one.getAttribute("dir"),
        box: one.getBoundingClientRect().toJSON() as DOMRect,
      })),
    );
    expect([first?.lang, first?.dir, second?.lang, second?.dir]).toEqual([
      "en",
      "ltr",
      "es",
      "ltr",
    ]);
    if (first === undefined || second === undefined) throw new Error("there are two");
    // Above one another on a phone; beside it where there is room, the first side first: from the right.
    if (width < 700) expect(second.box.top).toBeGreaterThanOrEqual(first.box.bottom);
    else {
      expect(second.box.right).toBeLessThanOrEqual(first.box.left);
      expect(second.box.top).toBe(first.box.top);
    }
    await leave();
  });

  test.each(["en", "xx", "nonsense%22", "so"])(
    "that there isn't, or is the same (%s), leaves the page as it is",
    async (language) => {
      const { page, leave } = await visit(browser());
      await page.goto(`/en/watch/${film}?beside=${language}`);
      expect(await page.locator(".bilingual-row").count()).toBe(0);
      expect(await page.locator(".transcript p").count()).toBeGreaterThan(2);
      await leave();
    },
  );
});
