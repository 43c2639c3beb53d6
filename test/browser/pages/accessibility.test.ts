import { beforeAll, describe, expect, test } from "vitest";
import { violations, violationsInLightAndDark } from "../support/axe.ts";
import { findLayoutErrors, horizontalOverflow } from "../support/layout.ts";
import { readOutline } from "../support/outline.ts";
import { pages } from "../support/pages.ts";
import { smallTargets, unreachableScrollers } from "../support/targets.ts";
import { film, url, useBrowser, usePage } from "../support/visit.ts";

const browser = useBrowser();

/** Axe checks the first two in accessibility-states.test.ts, in one language each, and the last in `otherStates`. */
const withoutAxe = ["about, with code", "api", "watch, two languages"];

/** States of these pages, and the embed: only axe looks at them. */
const otherStates = {
  "library, filtered": (language: string) => `/${language}/library?in=es&topic=detention`,
  "library, no matching works": (language: string) =>
    `/${language}/library?in=vi&kind=Document&series=how-did-we-get-here`,
  "watch, two languages, from a moment": (language: string) =>
    `${pages["watch, two languages"](language)}&t=24`,
  embed: (language: string) => `/embed/${film}?lang=${language}&transcript=1`,
  "search, no results": (language: string) => `/${language}/search?q=immigratoin&kind=Series`,
};

describe.each(["en", "es", "vi", "ar"])("in %s", (language) => {
  const opened = usePage();

  // Opened once for all that is asked of it: that takes longer than most of the answers.
  describe.each(Object.entries(pages))("the page: %s", (name, address) => {
    const laptop = { width: 1280, height: 720 };

    beforeAll(async () => {
      const page = opened();
      await page.setViewportSize(laptop);
      await page.goto(address(language));
      // The transcript's toolbar is added after the page has loaded.
      if (await page.evaluate(() => document.querySelector("[data-transcript]") !== null)) {
        await page.locator("[name=find]").waitFor();
      }
    });

    test("has a well-formed outline", async () => {
      const { headings, landmarks } = await readOutline(opened());
      // One title, and no skipped level.
      expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
      let before = headings[0]?.level ?? 1;
      for (const { level, text } of headings) {
        expect(level, text).toBeLessThanOrEqual(before + 1);
        expect(text.trim()).not.toBe("");
        before = level;
      }
      // One header, one main part, one footer; landmarks of the same role have different names.
      for (const one of ["banner", "main", "contentinfo"]) {
        expect(landmarks.filter((landmark) => landmark === one)).toEqual([one]);
      }
      const named = landmarks.filter((landmark) => landmark !== "complementary");
      expect(new Set(named).size).toBe(named.length);
    });

    if (!withoutAxe.includes(name)) {
      test("axe finds nothing wrong, in light and dark", async () => {
        const page = opened();
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await violationsInLightAndDark(page)).toEqual([]);
      });
    }

    test("fits a window of 320 px (WCAG 1.4.10), by finger and by keyboard (2.5.8, 2.1.1)", async () => {
      const page = opened();
      await page.setViewportSize({ width: 320, height: 640 });
      // A link opens the library's filters on a phone.
      if (name === "library") await page.goto(`${address(language)}#filters`);
      expect(await horizontalOverflow(page)).toBe(0);
      expect(await findLayoutErrors(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await unreachableScrollers(page)).toEqual([]);
      await page.setViewportSize(laptop);
    });
  });

  test.each(Object.entries(otherStates))(
    "axe finds nothing wrong, in light and dark, on the page: %s",
    async (_, address) => {
      const page = opened();
      await page.goto(address(language));
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await violationsInLightAndDark(page)).toEqual([]);
    },
  );
});

test("axe finds nothing wrong without JavaScript", async () => {
  const context = await browser().newContext({ baseURL: url });
  const page = await context.newPage();
  // Remove the scripts instead of turning JavaScript off, because axe needs it.
  await page.route(/\/(watch|embed)\//, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "");
    await route.fulfill({ response, body });
  });
  for (const address of [pages.watch("vi"), otherStates.embed("vi")]) {
    await page.goto(address);
    expect(await page.locator(".controls").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  }
  await context.close();
});

test("axe does find a picture without alt text and text with too little contrast", async () => {
  const context = await browser().newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto(pages.library("en"));
  await page.evaluate(() => {
    document.querySelector("main")?.append(new Image());
    // By script, because the page's policy forbids inline styles.
    document.querySelector("h1")?.style.setProperty("color", "#ddd");
  });
  const found = (await violations(page)).map((text) => text.split(":")[0]);
  expect(found).toEqual(expect.arrayContaining(["color-contrast", "image-alt"]));
  await context.close();
});
