import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Library, openLibrary, publish } from "../support/library.ts";
import { useBrowser } from "../support/visit.ts";
import { pseudoText } from "./pseudo/strings.ts";
import { pseudoTree } from "./pseudo/tree.ts";

const browser = useBrowser();
const film = "criminalizing-migration";
const memo = "dhs-deportation-priorities-memo-explainer";

const pages = {
  home: "/en/",
  // On a phone the filters are shown once their link is followed.
  library: "/en/library#filters",
  "library, filtered": "/en/library?in=es&kind=Document",
  "library, no matching works": "/en/library?in=vi&kind=Document&series=how-did-we-get-here",
  series: "/en/series/how-did-we-get-here",
  watch: `/en/watch/${film}`,
  read: `/en/read/${memo}`,
  "read, two texts": `/en/read/${memo}?beside=es`,
  search: "/en/search",
  results: "/en/search?q=ψριμιναλιζινγ",
  "search, no results": "/en/search?q=ωωωω&kind=Series",
  missing: "/en/watch/there-is-no-such-film",
  privacy: "/en/about/privacy",
  embed: `/embed/${film}?lang=en&transcript=1`,
};

let library: Library;
let page: Page;
const tree = pseudoTree();

beforeAll(async () => {
  library = await openLibrary({ root: tree.root, empty: true });
  await publish(library, join(tree.root, "media-manifests"));
  page = await browser().newPage({ baseURL: library.url });
});

afterAll(async () => {
  await page.context().close();
  await library.stop();
  tree.remove();
});

/** Texts that don't come from the language files: names of languages, formats and licenses; units, dates and durations from `Intl`. */
const untranslated =
  /\b(?:English|Spanish|Vietnamese|HTML|DOCX|PDF|CSV|JSON|SRT|VTT|WEBM|MP4|M4A|ZIP|kB|MB|CC-BY(?:-NC)?-\d\.\d|(?:November|December|January) \d+(?:, \d{4})?|\d+ (?:Nov|Dec|Jan)\. \d{4}|\d+ (?:seconds?|minutes?)|https?:\S+|\d+x\d+)(?![\p{L}\d])/giu;

/** Texts and text alternatives of a page that have plain letters. */
async function findPlainText(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node as Element;
      // Skip elements in another language, scripts, what stands in their place, code and addresses.
      if (element.closest("[lang]:not(html), script, noscript, style, textarea, code") !== null)
        continue;
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
        texts.push(element.getAttribute(name) ?? "");
      }
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent ?? "");
      }
    }
    return texts;
  });
  return found.filter((text) => /[a-z]/i.test(text.replace(untranslated, "")));
}

/** Text that isn't fully visible: the page is wider than the window, or an element cuts it off. */
function findCutOffText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
    const cut = [
      ...document.querySelectorAll("button, a, summary, label, h1, h2, h3, p, li, dt, dd, option"),
    ]
      .filter(
        (element) => element.checkVisibility() && !element.closest(".visually-hidden, .skip-link"),
      )
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const wider = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
        const taller = element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0;
        const { left, right } = element.getBoundingClientRect();
        return (
          (wider && overflowX !== "visible") ||
          (taller && overflowY !== "visible") ||
          left < -1 ||
          right > innerWidth + 1
        );
      })
      .map(
        (element) =>
          `${element.localName}.${element.className}: ${element.textContent?.slice(0, 60)}`,
      );
    return [...wide, ...cut];
  });
}

test("the pseudo-language has no plain letters, is 40 % longer, and keeps placeholders", () => {
  const text = pseudoText("Copy this %s, Zoë");
  expect(text.replace("%s", "")).not.toMatch(/[a-z]/i);
  expect(text.length).toBeGreaterThanOrEqual(17 * 1.4);
});

describe.each(Object.entries(pages))("in a pseudo-language, the page: %s", (name, path) => {
  let status: number | undefined;
  beforeAll(async () => {
    status = (await page.goto(path))?.status();
  });

  test("has no text that isn't in the language files", async () => {
    expect(status).toBe(name === "missing" ? 404 : 200);
    await page.waitForLoadState("networkidle");
    expect(await page.locator("main, .film").first().textContent()).toMatch(/[ƀñţ]/);
    expect(await findPlainText(page)).toEqual([]);
  });

  test.each([320, 1280])("at %d px shows texts that are 40 % longer", async (width) => {
    await page.setViewportSize({ width, height: 700 });
    expect(await findCutOffText(page)).toEqual([]);
    const summaries = await page.locator("main summary").all();
    for (const summary of summaries) await summary.click();
    for (const opener of await page.locator(".controls [aria-expanded]").all()) {
      await opener.click();
      // What is in a panel comes with the second script.
      await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
      expect(await findCutOffText(page)).toEqual([]);
      await opener.click();
    }
    // The next test finds the page as it came.
    for (const summary of summaries) await summary.click();
  });
});

test("a text outside the language files and a text that is cut off are found", async () => {
  await page.goto(pages.library);
  await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>(".search button");
    button?.setAttribute("aria-label", "Go there");
    // By script, because the page's policy forbids inline styles.
    Object.assign(button?.style ?? {}, { width: "1rem", overflow: "hidden" });
    document.querySelector("h1")?.append(" stray");
  });
  expect(await findPlainText(page)).toEqual(["Go there", " stray"]);
  expect(await findCutOffText(page)).not.toEqual([]);
});
