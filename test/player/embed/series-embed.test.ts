import { beforeAll, describe, expect, test } from "vitest";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get, origin } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { episode, publish, series } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await publishSampleLibrary();
  await publish(await episode("alone"));
  await publish(series("new-tale", { formerSlugs: ["old-tale"] }));
  await publish(series("hidden-tale", { status: "draft" }));
  await publish(series("gone-tale", { status: "withdrawn", withdrawalNotice: { en: "Asked." } }));
});

/** What the embed of a series at an address shows. */
async function shownAt(path: string) {
  const { elements } = await pageOf(await get(path));
  const named = (name: string) =>
    elements.filter((element) => element.name === name).map(({ attributes }) => attributes);
  const links = named("a").map(({ href = "", ...more }) => ({
    href: href.replaceAll("&amp;", "&"),
    current: more["aria-current"],
  }));
  return {
    film: named("track")[0]?.src,
    // The transcript has links to its moments.
    list: links.filter(({ href }) => /^\/embed\/series\/(?!.*&t=)/.test(href)),
    page: links.find(({ href }) => href.startsWith(origin))?.href,
  };
}

const path = (slug: string, more = "") => `/embed/series/tale?lang=es&episode=${slug}${more}`;

describe("the embed of a series", () => {
  test("plays the first episode, offers the next, and lists all that are public, in one round trip", async () => {
    const { bindings, cost } = countCost();
    const response = await ask("/embed/series/tale?lang=es", {}, bindings);
    expect(cost.roundTrips).toBe(1);
    expect(response.headers.get("Content-Language")).toBe("es");
    const variety = await get("/embed/series/tale?lang=es-MX");
    expect(variety.headers.get("Content-Language")).toBe("es");
    expect(response.headers.get("Content-Security-Policy")).not.toContain("frame-ancestors");
    expect(await shownAt("/embed/series/tale?lang=es")).toEqual({
      film: "/captions/film/en.vtt",
      page: `${origin}/es/watch/film`,
      list: [
        { href: path("film-2"), current: undefined },
        { href: path("film"), current: "page" },
        { href: path("film-2"), current: undefined },
      ],
    });
  });

  test("plays the chosen episode, and keeps the captions and the language", async () => {
    const more = "&captions=en&beside=es&transcript=1";
    expect(await shownAt(path("film-2", more))).toEqual({
      film: "/captions/film-2/en.vtt",
      page: `${origin}/es/watch/film-2`,
      list: [
        { href: path("film", more), current: undefined },
        { href: path("film-2", more), current: "page" },
      ],
    });
  });

  test.each(["draft", "soon", "gone", "alone", "paper", "nothing", "%00"])(
    "plays the first episode if %s is asked for, which isn't one of its public episodes",
    async (other) => {
      expect((await shownAt(path(other))).film).toBe("/captions/film/en.vtt");
    },
  );

  test("without episodes says so", async () => {
    const response = await get("/embed/series/new-tale?lang=en");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Nothing has been published yet.");
  });

  test.each([
    ["nothing", 404],
    ["film", 404],
    ["hidden-tale", 404],
    ["gone-tale", 410],
  ])("of %s is %d", async (slug, status) => {
    expect((await get(`/embed/series/${slug}?lang=en`)).status).toBe(status);
  });

  test("of a former slug leads to the one of today", async () => {
    const response = await ask("/embed/series/old-tale?lang=en", { redirect: "manual" });
    expect(response.headers.get("Location")).toBe("/embed/series/new-tale?lang=en");
  });
});

test("a content warning stands in the film's place in an embed, and can be closed without script", async () => {
  const contentWarning = { en: "Shows a raid.", es: "Muestra una redada." };
  await publish(await episode("warned", { contentWarning }));
  const html = await (await get("/embed/warned?lang=es")).text();
  const area = /<div class="cover-area">([\s\S]*)<\/video>/.exec(html)?.[1] ?? "";
  expect(area).toMatch(/^<details class="cover" open[^>]*><summary>/);
  expect(area).toContain("Muestra una redada.");
  expect(await (await get("/embed/film?lang=es")).text()).not.toContain('class="cover"');
});
