import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultNeighbours } from "../../src/i18n/fallback.ts";
import { filmFiles } from "../../src/syndication/cartridge/film.ts";
import { cartridgeManifest } from "../../src/syndication/cartridge/manifest.ts";
import { writeIiif } from "../../src/syndication/iiif/json.ts";
import { filmManifest } from "../../src/syndication/iiif/manifest.ts";
import { contentSearch } from "../../src/syndication/iiif/search.ts";
import { anyCharacter } from "../support/any-character.ts";
import { episode, librarySettings, series } from "../support/library.ts";
import { elementsOf } from "../support/xml.ts";

const origin = "https://library.example";
const part = fc.oneof(
  fc.constantFrom(
    "</script>",
    "<b>",
    "]]>",
    '"',
    "'",
    "&amp;",
    "\u202E",
    "\uD800",
    "\u0000",
    "\uFFFE",
  ),
  fc.string({ unit: anyCharacter, maxLength: 4 }),
);
const hostile = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));

/** Half of a surrogate pair, as JSON writes it. */
const loneSurrogate = /\\ud[89a-f][0-9a-f]{2}/i;

test("whatever a record's texts contain, a manifest of IIIF is JSON without markup, controls and directions", async () => {
  const plain = await episode("film");
  fc.assert(
    fc.property(hostile, (text) => {
      const texts = { en: text };
      const written = writeIiif(
        filmManifest({
          episode: {
            ...plain,
            name: texts,
            description: texts,
            copyrightHolder: text,
            license: text,
            contentWarning: texts,
            keywords: [text],
            credits: [{ name: text, role: text }],
            chapters: [{ start: 0, name: texts }],
          },
          series: series("tale", { name: texts }),
          settings: librarySettings({ publisher: { name: texts } }),
          languages: ["en", "ar"],
          neighbours: defaultNeighbours,
          origin,
        }),
      );
      expect(written).not.toMatch(/[<\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(written).not.toMatch(loneSurrogate);
      const manifest = JSON.parse(written);
      for (const value of [manifest.label.en[0], manifest.summary.en[0]]) {
        expect(value.startsWith("<") && value.endsWith(">")).toBe(false);
      }
    }),
  );
});

test("whatever somebody searches for and a film says, the answer is JSON without markup", () => {
  fc.assert(
    fc.property(hostile, hostile, (said, q) => {
      const segments = [{ startTime: 0, endTime: 1, text: `${said} word` }];
      // An address has no halves of surrogate pairs.
      const query = { q: q.toWellFormed() };
      const terms = [{ words: ["word"], spelled: ["word"], written: "word", unfinished: false }];
      const texts = [{ language: "en", segments }];
      const written = writeIiif(contentSearch({ slug: "film", texts, terms, query, origin }));
      expect(written).not.toContain("<");
      expect(JSON.parse(written).type).toBe("AnnotationPage");
    }),
  );
});

test("whatever a record's texts contain, a cartridge's files have no elements but their own", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const items = filmFiles({
        slug: "film",
        title: text,
        description: text,
        language: "en",
        picture: undefined,
        origin,
      });
      const manifest = elementsOf(
        cartridgeManifest({
          name: "film",
          title: text,
          language: "en",
          description: text,
          keywords: [text],
          rights: text,
          sections: [{ title: text, items }],
        }),
      );
      expect(manifest).toHaveLength(32);
      const [page, link] = items.map((item) => String(item.write()));
      expect(elementsOf(link ?? "").map(({ name }) => name)).toEqual(["webLink", "title", "url"]);
      expect((page ?? "").match(/<[a-z][^\s>]*/g)).toEqual(
        "<html <head <meta <title <body <main <h1 <iframe <p <p <a".split(" "),
      );
    }),
  );
});
