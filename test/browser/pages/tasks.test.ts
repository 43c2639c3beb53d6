import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { waitForFilm } from "../support/film.ts";
import { film, headingOf, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const memo = "dhs-deportation-priorities-memo-explainer";

/** How somebody gets about: with the keyboard alone, or by pointing. */
const ways = {
  async keyboard(page: Page, target: Locator): Promise<void> {
    await focusByTab(page, target);
    await page.keyboard.press("Enter");
  },
  async pointer(_: Page, target: Locator): Promise<void> {
    await target.click();
  },
};
type Way = keyof typeof ways;

/** Presses Tab until it comes to a control, as people without a mouse do. */
async function focusByTab(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never comes to ${target}`);
}

const spanish = { language: "es", name: "español" } as const;

/** What readers of each language see, written out: their words, not ours, lead them. */
const readers = {
  en: {
    library: "Library",
    documents: /^Documents/,
    phrase: "“came to work together”",
    captions: "en",
    other: spanish,
  },
  es: {
    library: "Biblioteca",
    documents: /^Documentos/,
    phrase: "“llegaron a trabajar juntos”",
    captions: "es",
    other: { language: "en", name: "English" },
  },
  vi: {
    library: "Thư viện",
    documents: /^Tài liệu/,
    phrase: "“phoi hop voi nhau”",
    captions: "vi",
    other: spanish,
  },
  // The film has no Arabic: readers of it get the original.
  ar: {
    library: "المكتبة",
    documents: /^الوثائق/,
    phrase: "“came to work together”",
    captions: "en",
    other: spanish,
  },
} as const;
type Language = keyof typeof readers;

const colours = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active" },
} as const;
type Colours = keyof typeof colours;

/** Every value of each with every task, each language both ways; not each with each, which would take an hour. */
const cases: readonly [Language, Way, number, Colours][] = [
  ["en", "keyboard", 320, "forced"],
  ["en", "pointer", 1280, "dark"],
  ["es", "keyboard", 768, "dark"],
  ["es", "pointer", 360, "light"],
  ["vi", "keyboard", 1280, "light"],
  ["vi", "pointer", 768, "forced"],
  ["ar", "keyboard", 360, "dark"],
  ["ar", "pointer", 320, "light"],
];

test("every language, way, width and set of colours is tried", () => {
  const tried = (place: number) => new Set(cases.map((one) => one[place])).size;
  expect([0, 1, 2, 3].map(tried)).toEqual([4, 2, 4, 3]);
});

/** Home, then the library, then one filter after another. */
async function openLibrary(page: Page, language: Language, way: Way) {
  const { library } = readers[language];
  await ways[way](page, page.locator(".site-nav").getByRole("link", { name: library }));
  await page.waitForURL(`${url}/${language}/library`);
}

const filter = (page: Page, name: string | RegExp) =>
  page.locator(".filters").getByRole("link", { name });

describe.each(cases)("in %s, by %s, at %d pixels, %s, somebody", (language, way, width, set) => {
  const words = readers[language];
  const follow = ways[way];

  async function begin(path: string) {
    const viewport = { width, height: 720 };
    const visited = await visit(browser(), { viewport, ...colours[set] });
    await visited.page.goto(path);
    return visited;
  }

  test("finds the Vietnamese text of the DHS memo in three steps, and can print it", async () => {
    const { page, leave } = await begin(`/${language}/`);
    await openLibrary(page, language, way);
    await follow(page, filter(page, /^Tiếng Việt/));
    await page.waitForURL((address) => address.searchParams.get("in") === "vi");
    const entry = page.locator("article").filter({ has: page.locator(`a[href*="${memo}"]`) });
    // Whoever reads Vietnamese already follows the title.
    const inVietnamese = entry.locator(".language-list").getByRole("link", { name: "Tiếng Việt" });
    await follow(
      page,
      language === "vi" ? entry.getByRole("heading").getByRole("link") : inVietnamese,
    );
    await page.waitForURL(`${url}/vi/read/${memo}`);
    expect(await page.locator("html").getAttribute("lang")).toBe("vi");
    expect(await page.locator(".prose").textContent()).toContain("trục xuất");

    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".prose").isVisible()).toBe(true);
    for (const onScreen of [
      ".site-header",
      ".contents",
      ".language-pairs",
      ".language-list",
      ".site-footer",
    ]) {
      expect(await page.locator(onScreen).isVisible(), onScreen).toBe(false);
    }
    expect(await page.locator(".print-only").textContent()).toBe(`${url}/vi/read/${memo}`);
    const sheet = await page.pdf();
    expect(sheet.subarray(0, 5).toString()).toBe("%PDF-");
    await leave();
  });

  test("finds where the film says a phrase, and plays it from there", async () => {
    const { page, leave } = await begin(`/${language}/`);
    const field = page.locator("input[name=q]");
    if (way === "keyboard") await focusByTab(page, field);
    else await field.click();
    await page.keyboard.type(words.phrase);
    if (way === "keyboard") await page.keyboard.press("Enter");
    else await page.locator(".search button").click();
    await page.waitForURL((address) => address.pathname === `/${language}/search`);

    const passage = page.locator(`.passages a[href*="/watch/${film}"]`).first();
    await follow(page, passage);
    await page.waitForURL((address) => address.pathname === `/${language}/watch/${film}`);
    const said = page.locator("[data-transcript] p", { has: page.locator("mark") }).first();
    expect(await said.locator("mark").first().isVisible()).toBe(true);
    // A click on what is said plays it; a key does so on the moment beside it.
    if (way === "pointer") {
      // Once what makes the words clickable has come: before that only the moments are links.
      await page.locator("[data-transcript] [data-start]").first().waitFor();
      await said.locator("mark").first().click();
    } else await follow(page, said.locator("a.moment"));
    const playing = await waitForFilm(page, ({ time, paused }) => time > 15 && !paused);
    expect(playing.time).toBeLessThan(23.5);
    expect(playing.showing).toEqual([words.captions]);
    await leave();
  });

  test("switches to another language without losing the place", async () => {
    const { page, leave } = await begin(`/${language}/watch/${film}?t=19`);
    const { other } = words;
    await follow(page, page.locator(".languages").getByRole("link", { name: other.name }));
    await page.waitForURL(`${url}/${other.language}/watch/${film}?t=19`);
    expect(await page.locator("html").getAttribute("lang")).toBe(other.language);
    const video = page.locator("video");
    await video.evaluate((element) => (element as HTMLVideoElement).play());
    const playing = await waitForFilm(page, ({ time, paused }) => time > 19 && !paused);
    expect(playing.time).toBeLessThan(22);
    expect(playing.showing).toEqual([other.language]);
    await leave();
  });

  test("copies the line that shows the film on a partner's page", async () => {
    const { page, leave } = await begin(`/${language}/watch/${film}`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
    await follow(page, page.locator("[data-action=embed]"));
    const dialog = page.getByRole("dialog");
    await follow(page, dialog.locator("[data-action=copy-code]"));
    await expect.poll(() => dialog.getByRole("status").textContent()).not.toBe("");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [, address = ""] = /^<iframe src="([^"]+)"/.exec(copied) ?? [];
    expect(address).toBe(`${url}/embed/${film}?lang=${language}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await follow(page, dialog.locator("[data-action=close]"));
    expect(await page.locator("dialog[open]").count()).toBe(0);

    // A partner's page has it, with what it says in the language that was chosen.
    await page.goto(address);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator("video").isVisible()).toBe(true);
    await leave();
  });

  test("filters the library to Spanish documents, and keeps them when the language is switched", async () => {
    const { page, leave } = await begin(`/${language}/`);
    await openLibrary(page, language, way);
    await follow(page, filter(page, words.documents));
    await page.waitForURL((address) => address.searchParams.get("kind") === "Document");
    await follow(page, filter(page, /^español/));
    await page.waitForURL((address) => address.searchParams.get("in") === "es");
    const shown = page.locator("main article");
    expect(await shown.count()).toBeGreaterThan(0);
    expect(await shown.filter({ has: page.locator(".language-list [lang=es]") }).count()).toBe(
      await shown.count(),
    );
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

    const { other } = words;
    await follow(page, page.locator(".languages").getByRole("link", { name: other.name }));
    await page.waitForURL(`${url}/${other.language}/library?kind=Document&in=es`);
    expect(await headingOf(page)).toBe(readers[other.language].library);
    await leave();
  });
});
