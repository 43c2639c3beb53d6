import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { defaultNeighbours } from "../../../src/i18n/fallback.ts";
import { parseWorkAddress } from "../../../src/syndication/oembed/address.ts";
import { oEmbedFormats } from "../../../src/syndication/oembed/formats.ts";
import { type OEmbedSource, oEmbedFor } from "../../../src/syndication/oembed/oembed.ts";
import { anyCharacter } from "../../support/any-character.ts";
import { document, episode, librarySettings, series } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

const origin = "https://library.example";

function answerFor(item: OEmbedSource["item"], path: string, changes: Partial<OEmbedSource> = {}) {
  const address = parseWorkAddress(new URL(origin + path), "library.example");
  if (address === undefined) throw new Error(`no work's address: ${path}`);
  return oEmbedFor({
    item,
    settings: librarySettings({ name: { en: "The Library", es: "La biblioteca" } }),
    address,
    neighbours: defaultNeighbours,
    max: {},
    origin,
    ...changes,
  });
}

/** The attributes of the only element of a piece of HTML. */
async function frameOf(html: string) {
  const { elements } = await pageOf(
    new Response(html, { headers: { "Content-Type": "text/html" } }),
  );
  expect(elements.map(({ name }) => name)).toEqual(["iframe"]);
  return elements[0]?.attributes ?? {};
}

describe("the oEmbed answer", () => {
  test("for a film is a video: a frame with a title, in the address's language", async () => {
    const film = await episode("film");
    const answer = answerFor(film, "/es/watch/film?beside=en&captions=es#t=65,80");
    expect(answer).toMatchObject({
      version: "1.0",
      type: "video",
      title: "Película film",
      provider_name: "La biblioteca",
      provider_url: `${origin}/`,
      thumbnail_url: `${origin}/media/${film.poster?.file.sha256}.webp`,
      thumbnail_width: 640,
      thumbnail_height: 360,
      width: 640,
      height: 360,
    });
    expect(answer.cache_age).toBeGreaterThan(0);
    const frame = await frameOf(answer.html);
    expect(frame).toMatchObject({
      title: "Película film",
      width: "640",
      height: "360",
      allow: "fullscreen; picture-in-picture; clipboard-write",
    });
    const address = new URL((frame.src ?? "").replaceAll("&amp;", "&"));
    expect(address.pathname).toBe("/embed/film");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      lang: "es",
      captions: "es",
      beside: "en",
      t: "65,80",
    });
  });

  test("is in the original language if the work has no title in the address's language", async () => {
    const film = await episode("film");
    expect(answerFor(film, "/vi/watch/film").title).toBe("Film film");
    expect(answerFor(film, "/vi/watch/film").html).toContain("?lang=vi");
    expect(answerFor(film, "/watch/film").title).toBe("Film film");
    expect(answerFor(film, "/watch/film").html).not.toContain("lang=");
  });

  test("for a document or a series is a rich card without a thumbnail", async () => {
    const paper = answerFor(await document("paper"), "/es/read/paper?t=3");
    expect(paper).toMatchObject({ type: "rich", title: "Papel paper", width: 640, height: 300 });
    expect((await frameOf(paper.html)).src).toBe(`${origin}/embed/paper?lang=es`);
    const tale = answerFor(series("tale"), "/series/tale", { max: { width: 300, height: 90 } });
    expect(tale).toMatchObject({ type: "rich", title: "Series tale", width: 300, height: 90 });
    expect(Object.keys(paper).join()).not.toContain("thumbnail");
  });

  test("has no thumbnail without a poster, or if the poster is larger than accepted", async () => {
    const film = await episode("film");
    const { poster: _, ...withoutPoster } = film;
    const small = { max: { width: 300 } };
    for (const answer of [
      answerFor(withoutPoster, "/en/watch/film"),
      answerFor(film, "/en/watch/film", small),
    ]) {
      expect(Object.keys(answer).join()).not.toContain("thumbnail");
    }
    expect(answerFor(film, "/en/watch/film", small)).toMatchObject({ width: 300, height: 169 });
  });
});

describe("a hostile title is inert", () => {
  const parser = new XMLParser({ parseTagValue: false, htmlEntities: true });

  async function expectInert(title: string) {
    const name = { en: title };
    const settings = librarySettings({ name });
    for (const [item, path] of [
      [await episode("film", { name }), "/en/watch/film"],
      [await document("paper", { name }), "/en/read/paper"],
      [series("tale", { name }), "/en/series/tale"],
    ] as const) {
      const answer = answerFor(item, path, { settings });
      const json = oEmbedFormats.json.render(answer);
      expect(json).not.toContain("<");
      expect(JSON.parse(json)).toEqual(answer);
      expect(json).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u00[01]|\\ud[89a-f]/i);
      const xml = oEmbedFormats.xml.render(answer);
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(parser.parse(xml).oembed.html).toBe(answer.html);
      const attributes = await frameOf(answer.html);
      expect(Object.keys(attributes).sort()).toEqual(
        ["allow", "height", "loading", "referrerpolicy", "src", "style", "title", "width"].sort(),
      );
    }
  }

  test.each([
    "</script><x-mark>",
    `"><x-mark>`,
    `' onload='x`,
    "]]><x-mark>",
    "a\u0000b\u0007c\u001Bd\u0085e",
    "line\nbreak\u2028here",
    "\u202Ereversed \u2066isolate",
    "half \uD800 pair",
    "&amp;lt; &#0; &#x202e;",
  ])("%j", expectInert);

  test("made of any characters", async () => {
    const part = fc.oneof(
      fc.constantFrom("<", ">", '"', "'", "&", "]]>", "</script>", "\u202E", "\uD800", "\u0000"),
      fc.string({ unit: anyCharacter, maxLength: 4 }),
    );
    const titles = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
    await fc.assert(fc.asyncProperty(titles, expectInert), { numRuns: 25 });
  });
});
