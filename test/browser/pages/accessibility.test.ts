import { describe, expect, test } from "vitest";
import { violations, violationsInLightAndDark } from "../support/axe.ts";
import { film, url, useBrowser, usePage } from "../support/visit.ts";

const browser = useBrowser();
const pages = {
  home: (language: string) => `/${language}/`,
  library: (language: string) => `/${language}/library`,
  "library, filtered": (language: string) => `/${language}/library?in=es&topic=detention`,
  "library, no matching works": (language: string) =>
    `/${language}/library?in=vi&kind=Document&series=how-did-we-get-here`,
  series: (language: string) => `/${language}/series/how-did-we-get-here`,
  watch: (language: string) => `/${language}/watch/${film}`,
  "watch, two languages": (language: string) =>
    `/${language}/watch/${film}?beside=${language === "es" ? "vi" : "es"}&t=24`,
  read: (language: string) => `/${language}/read/dhs-deportation-priorities-memo-explainer`,
  "read, two texts": (language: string) =>
    `/${language}/read/dhs-deportation-priorities-memo-explainer?beside=es`,
  embed: (language: string) => `/embed/${film}?lang=${language}&transcript=1`,
  search: (language: string) => `/${language}/search?q=immigration`,
  "search, no results": (language: string) => `/${language}/search?q=immigratoin&kind=Series`,
  missing: (language: string) => `/${language}/watch/there-is-no-such-film`,
};

describe.each(["en", "es", "vi", "ar"])("axe finds nothing wrong in %s", (language) => {
  const opened = usePage();
  test.each(Object.entries(pages))("on the page: %s, light and dark", async (_, address) => {
    const page = opened();
    await page.goto(address(language));
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await violationsInLightAndDark(page)).toEqual([]);
  });
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
  for (const address of [pages.watch("vi"), pages.embed("vi")]) {
    await page.goto(address);
    expect(await page.locator(".controls").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  }
  await context.close();
});

test("axe does find a picture without alt text and text with too little contrast", async () => {
  const context = await browser().newContext({ baseURL: url, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pages.library("en"));
  await page.evaluate(() => {
    document.querySelector("main")?.append(new Image());
    document.querySelector("h1")?.setAttribute("style", "color: #ddd");
  });
  const found = (await violations(page)).map((text) => text.split(":")[0]);
  expect(found).toEqual(expect.arrayContaining(["color-contrast", "image-alt"]));
  await context.close();
});
