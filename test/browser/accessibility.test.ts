import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { playFrom } from "./film.ts";
import { film, url, useBrowser } from "./visit.ts";

const browser = useBrowser();
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

const pages = {
  home: (language: string) => `/${language}/`,
  library: (language: string) => `/${language}/library`,
  "library, narrowed": (language: string) => `/${language}/library?in=es&topic=detention`,
  "library, narrowed to nothing": (language: string) =>
    `/${language}/library?in=vi&kind=Document&series=how-did-we-get-here`,
  series: (language: string) => `/${language}/series/how-did-we-get-here`,
  watch: (language: string) => `/${language}/watch/${film}`,
  read: (language: string) => `/${language}/read/dhs-deportation-priorities-memo-explainer`,
  "read, two texts": (language: string) =>
    `/${language}/read/dhs-deportation-priorities-memo-explainer?beside=es`,
  embed: (language: string) => `/embed/${film}?lang=${language}&transcript=1`,
  search: (language: string) => `/${language}/search?q=immigration`,
  "nothing found": (language: string) => `/${language}/search?q=immigratoin&kind=Series`,
  missing: (language: string) => `/${language}/watch/there-is-no-such-film`,
};

/** What axe finds wrong, each with the places. */
async function violations(page: Page, options: RunOptions = {}): Promise<string[]> {
  const results = await page.evaluate(
    (parameters) => {
      const { axe } = window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } };
      return axe.run(parameters);
    },
    { resultTypes: ["violations"], ...options } satisfies RunOptions,
  );
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(", ")}`,
  );
}

describe.each(["en", "es", "vi", "ar"])("axe finds nothing wrong in %s", (language) => {
  test.each(Object.entries(pages))("on the page: %s, light and dark", async (_, address) => {
    // axe is put in from outside, which the page's own policy forbids as it should.
    const context = await browser().newContext({ baseURL: url, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(address(language));
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await page.evaluate(axeSource);
    const light = await violations(page);
    await page.emulateMedia({ colorScheme: "dark" });
    // Only colours differ then.
    const dark = await violations(page, { runOnly: ["color-contrast"] });
    expect({ light, dark }).toEqual({ light: [], dark: [] });
    await context.close();
  });
});

describe.each(["en", "ar"])("axe finds nothing wrong in %s where", (language) => {
  const states: Record<string, (page: Page) => Promise<void>> = {
    "the film can't be had": (page) =>
      page.locator(".failed").evaluate((element) => element.removeAttribute("hidden")),
    "words are found in the transcript": async (page) => {
      const details = page.locator("details:has(.transcript):not([open]) summary");
      if ((await details.count()) > 0) await details.click();
      await page.locator(".transcript").hover();
      await page.locator("[name=find]").fill("system");
    },
    "two captions are shown": async (page) => {
      await page.locator("[aria-controls=captions-panel]").click();
      await page.locator("[name=captions]").selectOption("en");
      await page.locator("[name=second]").selectOption("es");
      await playFrom(page, 20);
      await page.locator(".lines p").first().waitFor();
    },
  };
  test.each(Object.entries(states))("%s, in every set of colours", async (_, bringAbout) => {
    for (const address of [pages.watch(language), pages.embed(language)]) {
      const context = await browser().newContext({ baseURL: url, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(address);
      await bringAbout(page);
      await page.evaluate(axeSource);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await violations(page)).toEqual([]);
      await context.close();
    }
  });
});

test("axe finds nothing wrong without JavaScript", async () => {
  for (const address of [pages.watch("vi"), pages.embed("vi")]) {
    const context = await browser().newContext({ baseURL: url, bypassCSP: true });
    const page = await context.newPage();
    // The scripts stay away; axe is one itself, and so script as such can't be off.
    await page.route(/\/(watch|embed)\//, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "");
      await route.fulfill({ response, body });
    });
    await page.goto(address);
    expect(await page.locator(".controls").count()).toBe(0);
    await page.evaluate(axeSource);
    expect(await violations(page)).toEqual([]);
    await context.close();
  }
});

describe.each(["en", "ar"])("axe finds nothing wrong in the player in %s", (language) => {
  test.each([
    ["watch page", `/${language}/watch/${film}`],
    ["embed", `/embed/${film}?lang=${language}`],
  ])("with each panel open, on the %s", async (_, address) => {
    const context = await browser().newContext({ baseURL: url, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(axeSource);
    for (const opener of await page.locator(".controls > .buttons > button").all()) {
      await opener.click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await context.close();
  });
});

test("axe would find a picture without a text and a grey that is too pale", async () => {
  const context = await browser().newContext({ baseURL: url, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pages.library("en"));
  await page.evaluate(() => {
    document.querySelector("img")?.removeAttribute("alt");
    document.querySelector("h1")?.setAttribute("style", "color: #ddd");
  });
  await page.evaluate(axeSource);
  const found = (await violations(page)).map((text) => text.split(":")[0]);
  expect(found).toEqual(expect.arrayContaining(["color-contrast", "image-alt"]));
  await context.close();
});
