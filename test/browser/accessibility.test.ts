import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { film, url, useBrowser } from "./visit.ts";

const browser = useBrowser();
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

const pages = {
  home: (language: string) => `/${language}/`,
  library: (language: string) => `/${language}/library`,
  series: (language: string) => `/${language}/series/how-did-we-get-here`,
  watch: (language: string) => `/${language}/watch/${film}`,
  read: (language: string) => `/${language}/read/dhs-deportation-priorities-memo-explainer`,
  embed: (language: string) => `/embed/${film}?lang=${language}&transcript=1`,
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
