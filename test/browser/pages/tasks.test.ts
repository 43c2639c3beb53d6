import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { play, slowDown, waitForFilm } from "../support/film.ts";
import { pressTabUntil } from "../support/tab-key.ts";
import { film, headingOf, url, useVisit } from "../support/visit.ts";

const memo = "dhs-deportation-priorities-memo-explainer";

/** How a reader follows a link: by keyboard only, or with a pointer. */
const inputMethods = {
  async keyboard(page: Page, target: Locator): Promise<void> {
    await focusByTab(page, target);
    await page.keyboard.press("Enter");
  },
  async pointer(_: Page, target: Locator): Promise<void> {
    await target.click();
  },
};
type InputMethod = keyof typeof inputMethods;

/** Presses Tab until a control has the focus. */
async function focusByTab(page: Page, target: Locator): Promise<void> {
  const isFocused = await target.evaluateHandle(
    (wanted) => () => document.activeElement === wanted,
  );
  expect(await pressTabUntil(page, isFocused, 120), `Tab leads to ${target}`).toBe(true);
}

const spanish = { language: "es", name: "español" } as const;

/** The texts that readers of each language see, written out rather than taken from the language files. */
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
  // The film has no Arabic captions: readers get the original.
  ar: {
    library: "المكتبة",
    documents: /^الوثائق/,
    phrase: "“came to work together”",
    captions: "en",
    other: spanish,
  },
} as const;
type Language = keyof typeof readers;

const colorSettings = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active" },
} as const;
type Colors = keyof typeof colorSettings;

/** Each language with both input methods; every width and color setting at least once. All combinations would take an hour. */
const cases: readonly [Language, InputMethod, number, Colors][] = [
  ["en", "keyboard", 320, "forced"],
  ["en", "pointer", 1280, "dark"],
  ["es", "keyboard", 768, "dark"],
  ["es", "pointer", 360, "light"],
  ["vi", "keyboard", 1280, "light"],
  ["vi", "pointer", 768, "forced"],
  ["ar", "keyboard", 360, "dark"],
  ["ar", "pointer", 320, "light"],
];

test("every language, input method, width and color setting is tested", () => {
  const tried = (place: number) => new Set(cases.map((one) => one[place])).size;
  expect([0, 1, 2, 3].map(tried)).toEqual([4, 2, 4, 3]);
});

/** Opens the library from the page's header. */
async function openLibrary(page: Page, language: Language, method: InputMethod) {
  const { library } = readers[language];
  await inputMethods[method](page, page.locator(".site-nav").getByRole("link", { name: library }));
  await page.waitForURL(`${url}/${language}/library`);
}

describe.each(cases)(
  "in %s, by %s, at %d pixels, with %s colors, a reader",
  (language, method, width, colors) => {
    const texts = readers[language];
    const follow = inputMethods[method];

    /** Follows what a narrow header has in place of its search form and its languages. */
    async function openIfShown(page: Page, selector: string) {
      const control = page.locator(selector);
      if (await control.isVisible()) await follow(page, control);
    }

    /** On a phone a link shows the filters. */
    async function chooseFilter(page: Page, name: string | RegExp) {
      await openIfShown(page, ".open-filters a");
      await follow(page, page.locator(".filters").getByRole("link", { name }));
    }

    const visited = useVisit({ viewport: { width, height: 720 }, ...colorSettings[colors] });

    async function begin(path: string): Promise<Page> {
      const { page } = visited();
      await page.goto(path);
      return page;
    }

    test("finds the Vietnamese text of the DHS memo in three steps, four on a phone, and can print it", async () => {
      const page = await begin(`/${language}/`);
      await openLibrary(page, language, method);
      await chooseFilter(page, /^Tiếng Việt/);
      await page.waitForURL((address) => address.searchParams.get("in") === "vi");
      const entry = page.locator("article").filter({ has: page.locator(`a[href*="${memo}"]`) });
      // In Vietnamese the title itself links to the Vietnamese text.
      const inVietnamese = entry
        .locator(".language-list")
        .getByRole("link", { name: "Tiếng Việt" });
      await follow(
        page,
        language === "vi" ? entry.getByRole("heading").getByRole("link") : inVietnamese,
      );
      await page.waitForURL(`${url}/vi/read/${memo}`);
      expect(await page.locator("html").getAttribute("lang")).toBe("vi");
      expect(await page.locator(".prose").textContent()).toContain("trục xuất");

      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".prose").isVisible()).toBe(true);
      for (const screenOnly of [
        ".site-header",
        ".contents",
        ".language-pairs",
        ".language-list",
        ".site-footer",
      ]) {
        expect(await page.locator(screenOnly).isVisible(), screenOnly).toBe(false);
      }
      expect(await page.locator(".citation").first().textContent()).toContain(
        `${url}/vi/read/${memo}`,
      );
      const pdf = await page.pdf();
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      await page.emulateMedia({ media: null });
    });

    test("finds where the film says a phrase, and plays it from there", async () => {
      const page = await begin(`/${language}/`);
      await openIfShown(page, ".search-link");
      const field = page.locator("input[name=q]");
      if (method === "keyboard") await focusByTab(page, field);
      else await field.click();
      await page.keyboard.type(texts.phrase);
      if (method === "keyboard") await page.keyboard.press("Enter");
      else await page.locator(".search button").click();
      await page.waitForURL((address) => address.pathname === `/${language}/search`);

      const passage = page.locator(`.passages a[href*="/watch/${film}"]`).first();
      await follow(page, passage);
      await page.waitForURL((address) => address.pathname === `/${language}/watch/${film}`);
      const paragraph = page.locator("[data-transcript] p", { has: page.locator("mark") }).first();
      expect(await paragraph.locator("mark").first().isVisible()).toBe(true);
      await slowDown(page);
      // A click on a sentence plays it; keyboard users activate the moment beside it.
      if (method === "pointer") {
        // Wait for the script that makes sentences clickable.
        await page.locator("[data-transcript] [data-start]").first().waitFor();
        await paragraph.locator("mark").first().click();
      } else await follow(page, paragraph.locator("a.moment"));
      const playing = await waitForFilm(page, ({ time, paused }) => time > 15 && !paused);
      expect(playing.time).toBeLessThan(20);
      expect(playing.showing).toEqual([texts.captions]);
    });

    test("switches to another language and keeps the moment", async () => {
      const page = await begin(`/${language}/watch/${film}?t=19`);
      const { other } = texts;
      await openIfShown(page, ".languages-button");
      await follow(page, page.locator(".languages").getByRole("link", { name: other.name }));
      await page.waitForURL(`${url}/${other.language}/watch/${film}?t=19`);
      expect(await page.locator("html").getAttribute("lang")).toBe(other.language);
      await slowDown(page);
      await play(page);
      const playing = await waitForFilm(page, ({ time, paused }) => time > 19 && !paused);
      expect(playing.time).toBeLessThan(20);
      expect(playing.showing).toEqual([other.language]);
    });

    test("copies the embed code", async () => {
      const page = await begin(`/${language}/watch/${film}`);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
      await follow(page, page.locator("[aria-controls=settings-panel]"));
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

      // The embed is in the chosen language.
      await page.goto(address);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await page.locator("video").isVisible()).toBe(true);
    });

    test("filters the library to Spanish documents, and keeps them when the language is switched", async () => {
      const page = await begin(`/${language}/`);
      await openLibrary(page, language, method);
      await chooseFilter(page, texts.documents);
      await page.waitForURL((address) => address.searchParams.get("kind") === "Document");
      await chooseFilter(page, /^español/);
      await page.waitForURL((address) => address.searchParams.get("in") === "es");
      const shown = page.locator("main article");
      expect(await shown.count()).toBeGreaterThan(0);
      expect(await shown.filter({ has: page.locator(".language-list [lang=es]") }).count()).toBe(
        await shown.count(),
      );
      expect(await page.locator("main img").count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

      const { other } = texts;
      await openIfShown(page, ".languages-button");
      await follow(page, page.locator(".languages").getByRole("link", { name: other.name }));
      await page.waitForURL(`${url}/${other.language}/library?kind=Document&in=es`);
      expect(await headingOf(page)).toBe(readers[other.language].library);
    });
  },
);
