import { beforeAll, describe, expect, test } from "vitest";
import { get } from "../support/ask.ts";
import { document, episode, librarySettings, publish, series } from "../support/library.ts";
import { pageOf } from "../support/page.ts";

const label = "Title supplied by the library";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(
    series("voices", {
      datePublished: "2026-01-01",
      name: { en: "[Voices]" },
      seasons: [{ season: 1, name: { en: "[The road]" } }],
    }),
  );
  const inSeries = { series: "voices", season: 1 };
  const name = { en: "[A letter & a reply]", es: "Una carta" };
  await publish(await episode("letter", { ...inSeries, episode: 1, name }));
  const others = { ...inSeries, episode: 2, name: { en: "The bus" }, related: ["letter"] };
  await publish(await episode("bus", others));
  await publish(await document("notes", { name: { en: "[Notes on a letter]" } }));
});

/** What a page shows: its body without scripts, styles and templates' attributes. */
async function bodyAt(path: string) {
  const page = await pageOf(await get(path));
  expect(page.status, path).toBe(200);
  const [, body = ""] = page.html.split("<body>");
  // A citation, and what is copied, is an export: it keeps the brackets.
  return {
    page,
    body: body
      .replace(/<section class="citation-links"[\s\S]*?<\/section>/g, "")
      .replace(/<dialog[\s\S]*?<\/dialog>/g, "")
      .replace(/ data-quotation="[^"]*"/g, ""),
  };
}

describe("a title that the library supplied has a label instead of brackets", () => {
  test.each([
    ["/en/", ["A letter &amp; a reply", "Voices", "Notes on a letter"]],
    ["/en/library", ["A letter &amp; a reply", "Voices", "Notes on a letter"]],
    ["/en/library?series=voices", ["A letter &amp; a reply", "Voices"]],
    ["/en/series/voices", ["Voices", "The road", "A letter &amp; a reply"]],
    ["/en/watch/letter", ["A letter &amp; a reply", "Voices"]],
    ["/en/watch/bus", ["A letter &amp; a reply"]],
    ["/en/read/notes", ["Notes on a letter"]],
    ["/en/search?q=notes", ["</mark> on a letter"]],
    ["/embed/letter?lang=en", ["A letter &amp; a reply"]],
    ["/embed/notes?lang=en", ["Notes on a letter"]],
    ["/embed/voices?lang=en", ["Voices"]],
  ])("at %s", async (path, titles) => {
    const { body } = await bodyAt(path);
    for (const title of titles) expect(body).toContain(title);
    expect(body).toContain(label);
    for (const title of ["A letter", "Voices", "The road", "Notes"]) {
      expect(body).not.toContain(`[${title}`);
    }
    expect(body).not.toContain("[<mark>");
  });

  test.each(["/en/watch/bus?related", "/es/watch/letter"])("but not at %s", async (path) => {
    const { page, body } = await bodyAt(path);
    expect(page.contentOf("h1").join()).not.toContain(label);
    if (path.startsWith("/es/")) expect(body).not.toContain("Título puesto");
  });
});

test("a series whose titles are all supplied says so once, also which language they are in", async () => {
  await publish(series("echoes", { name: { en: "[Echoes]" }, datePublished: "2026-02-01" }));
  for (const slug of ["first-echo", "second-echo"]) {
    const name = { en: `[Title of ${slug}]` };
    await publish(await episode(slug, { series: "echoes", name, description: name }));
  }
  for (const path of ["/vi/library?series=echoes", "/vi/series/echoes"]) {
    const { body } = await bodyAt(path);
    const [main = ""] = /<main[\s\S]*<\/main>/.exec(body) ?? [];
    expect(main.match(/do thư viện đặt/g), path).toHaveLength(1);
    expect(main, path).toContain("Các tựa đề do thư viện đặt");
    const cards = main.match(/<article[\s\S]*?<\/article>/g) ?? [];
    expect(cards, path).toHaveLength(2);
    for (const card of cards) {
      expect(card).toContain('<bdi lang="en" dir="ltr">Title of');
      expect(card).not.toContain('class="label"');
    }
  }
});

test("the window's title has no brackets; previews, structured data, the API and oEmbed keep them", async () => {
  const page = await pageOf(await get("/en/watch/letter"));
  expect(page.contentOf("title")).toEqual(["A letter &amp; a reply · The Library"]);
  expect(page.contentOf("h1").join()).toBe("A letter &amp; a reply ");
  const preview = page.elements.find(({ attributes }) => attributes.property === "og:title");
  expect(preview?.attributes.content).toContain("[A letter");
  expect(page.structuredData.join()).toContain('"[A letter & a reply]"');
  for (const path of [
    "/api/v1/works/letter?lang=en",
    "/oembed?url=https://library.example/en/watch/letter",
  ]) {
    expect(await (await get(path)).text(), path).toContain("[A letter & a reply]");
  }
});
