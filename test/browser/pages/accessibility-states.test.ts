import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filmFiles } from "../../../src/syndication/cartridge/film.ts";
import { violations, violationsInLightAndDark } from "../support/axe.ts";
import { askStaffApi } from "../support/console.ts";
import { useLibrary } from "../support/library.ts";
import { temporaryFolder } from "../support/start.ts";
import { film, url, useBrowser } from "../support/visit.ts";

/**
 * Pages that few readers see, each in one language: what they are made of is checked in all four (accessibility.test.ts).
 * A report's form is checked in test/browser/console/reports.test.ts.
 */

const browser = useBrowser();
const library = useLibrary();
const withdrawn = "demonstration-how-to-use-this-library";
let page: Page;

beforeAll(async () => {
  page = await browser().newPage();
});
afterAll(() => page.context().close());

describe("axe finds nothing wrong, in light and dark:", () => {
  test.each([
    "/api",
    "/docs/problems",
    "/vi/about/embed",
    "/ar/about/contact",
    "/es/search",
    "/embed/series/how-did-we-get-here?lang=ar",
  ])("%s", async (path) => {
    await page.goto(url + path);
    expect(await violationsInLightAndDark(page)).toEqual([]);
  });

  // Their background is the browser's own, which axe takes for white in dark too.
  test.each(["en.html?times=1", "en+es.vocabulary.html", "vi/corrections"])(
    "a file to print, in light: %s",
    async (file) => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`${url}/transcripts/${film}/${file}`);
      expect(await violations(page)).toEqual([]);
    },
  );

  test("a work that was withdrawn, and its embed", async () => {
    const answer = await askStaffApi(library(), `works/${withdrawn}/withdraw`, {
      method: "POST",
      body: JSON.stringify({ notice: { en: "A person in it asked for it." } }),
    });
    expect(answer.status).toBe(200);
    for (const path of [`/vi/watch/${withdrawn}`, `/embed/${withdrawn}?lang=ar`]) {
      expect((await page.goto(library().url + path))?.status()).toBe(410);
      expect(await violationsInLightAndDark(page), path).toEqual([]);
    }
  });

  test("a film's page in a course", async () => {
    const { folder, remove } = await temporaryFolder();
    const [file] = filmFiles({
      slug: film,
      title: "A film",
      description: "What it is about.",
      language: "es",
      picture: undefined,
      origin: url,
    });
    await writeFile(join(folder, "film.html"), file?.write() ?? "");
    await page.goto(`file://${join(folder, "film.html")}`);
    expect(await page.locator("h1").textContent()).toBe("A film");
    expect(await violations(page)).toEqual([]);
    await remove();
  });
});
