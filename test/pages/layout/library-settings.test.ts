import { beforeAll, describe, expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  storeFile,
  track,
} from "../../support/library.ts";
import { type Page, pageOf } from "../../support/page.ts";

const accentColor = { light: "#1a4f8b", dark: "#8ab8f0" };

beforeAll(async () => {
  await publish(
    librarySettings({
      name: { en: "The Library", es: "La Videoteca" },
      publisher: { name: { en: "The Publisher" }, url: "https://publisher.example/" },
      logo: {
        file: await storeFile("a logo", "webp"),
        alt: { en: "A door." },
        width: 96,
        height: 48,
      },
      accentColor,
      contact: "library@publisher.example",
      reportMistakes: "mistakes@publisher.example",
      interfaceLanguages: ["es", "en"],
      footer: [
        { name: { en: "About us", es: "Quiénes somos" }, url: "https://publisher.example/a" },
      ],
      footerText: { en: "A line at the foot.", es: "Una línea al pie." },
    }),
  );
});

const page = async (path: string): Promise<Page> => pageOf(await get(path));
const links = (from: Page) =>
  from.elements.filter(({ name }) => name === "a").map(({ attributes }) => attributes.href);

describe("library settings, without a line of code", () => {
  test("shows the logo, with its alt text and its size", async () => {
    const { elements } = await page("/es/");
    const logo = elements.find(({ attributes }) => attributes.class === "logo");
    expect(logo?.attributes).toMatchObject({
      alt: "A door.",
      lang: "en",
      width: "96",
      height: "48",
    });
    expect((await get(logo?.attributes.src ?? "")).status).toBe(200);
  });

  test("offers the chosen languages in the chosen order, and hreflang lists no others", async () => {
    const { elements } = await page("/en/library");
    const languages = (name: string) =>
      elements
        .filter((one) => one.name === name && one.attributes.hreflang !== undefined)
        .map(({ attributes }) => attributes.hreflang);
    expect(languages("a")).toEqual(["es", "en"]);
    expect(languages("link")).toEqual(["es", "en", "x-default"]);
  });

  test("still has pages in a language that isn't offered, which show that language", async () => {
    const { elements, status } = await page("/vi/");
    expect(status).toBe(200);
    const current = elements.find(({ attributes }) => attributes["aria-current"] === "true");
    expect(current?.attributes.hreflang).toBe("vi");
  });

  test("redirects to an offered language", async () => {
    const at = async (accepted: string) =>
      (await get("/", { "Accept-Language": accepted })).headers.get("Location");
    expect(await at("vi, es;q=0.5")).toBe("/es/");
    expect(await at("vi")).toBe("/en/");
  });

  test("shows the publisher, contact and links in the footer, in the reader's language", async () => {
    const found = await page("/es/");
    expect(found.html).toContain("Una línea al pie.");
    expect(found.html).toContain("Quiénes somos");
    expect(links(found)).toEqual(
      expect.arrayContaining([
        "https://publisher.example/",
        "mailto:library@publisher.example",
        "mailto:mistakes@publisher.example?body=https%3A%2F%2Flibrary.example%2Fes%2F",
        "https://publisher.example/a",
      ]),
    );
  });
});

describe("the accent color", () => {
  test("is a style sheet that the page's policy allows", async () => {
    const response = await get("/en/");
    const policy = response.headers.get("Content-Security-Policy");
    const { elements } = await pageOf(response);
    const sheet = elements.find(({ attributes }) => attributes.rel === "stylesheet");
    expect(sheet?.attributes.href).toBe("/accent/1a4f8b-8ab8f0.css");
    expect(policy).toContain(" https://library.example/accent/;");
  });

  test("has a light and a dark variant, and is cached forever", async () => {
    const response = await get("/accent/1a4f8b-8ab8f0.css");
    expect(response.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
    expect(response.headers.get("Cache-Control")).toContain("immutable");
    const css = await response.text();
    expect(css).toContain(`--accent:${accentColor.light}`);
    expect(css).toContain(`dark){:root{--accent:${accentColor.dark}`);
  });

  test.each([
    "red-blue.css",
    "1a4f8b.css",
    "1a4f8b-8ab8f0",
    "1a4f8b-8ab8f0}a{.css",
    "1A4F8B-8ab8f0.css",
  ])("is nothing else: %s isn't there", async (name) => {
    expect((await get(`/accent/${encodeURIComponent(name)}`)).status).toBe(404);
  });
});

describe("seasons", () => {
  test("are on the series' page under their names, with their episodes in order", async () => {
    const seasons = [
      { season: 1, name: { en: "Winter", es: "Invierno" }, description: { en: "Cold." } },
      { season: 2, name: { en: "Spring" } },
    ];
    await publish(series("year", { seasons }));
    await publish(await episode("may", { series: "year", season: 2, episode: 1 }));
    await publish(await episode("february", { series: "year", season: 1, episode: 2 }));
    await publish(await episode("january", { series: "year", season: 1, episode: 1 }));
    const { html, elements } = await page("/es/series/year");
    const order = ["Temporada 1: Invierno", "january", "february", "Temporada 2:", "Spring", "may"];
    const places = order.map((words) => html.indexOf(words, html.indexOf("<main")));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const ids = elements.map(({ attributes }) => attributes.id);
    expect(ids).toEqual(expect.arrayContaining(["season-1", "season-2"]));
  });
});

test("a text whose original has changed since is labeled", async () => {
  const stale = { ...(await track("es", "Hola.")), stale: true };
  const original = await track("en", "Hello.", "captions");
  await publish(await episode("changed", { captions: [original, stale] }));
  expect((await page("/es/watch/changed")).html).toContain("El original ha cambiado");
  expect((await page("/en/watch/changed")).html).not.toContain("The original has changed");
  const texts = [{ inLanguage: "en", file: await storeFile("# Hello", "md"), stale: true }];
  await publish(await document("changed-paper", { texts }));
  expect((await page("/en/read/changed-paper")).html).toContain("The original has changed");
});
