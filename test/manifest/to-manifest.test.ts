import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportFileNames } from "../../src/manifest/export-file-names.ts";
import { readManifest } from "../../src/manifest/read.ts";
import { toManifest } from "../../src/manifest/to-manifest.ts";
import { type MeasuredFiles, toRecord } from "../../src/manifest/to-record.ts";
import { digestOf } from "../../src/records/digest.ts";
import { findNamesInFields, privateNamesOf } from "../../src/records/mentions/private-credits.ts";
import { type LibraryItem, record } from "../../src/records/schema/record.ts";
import { librarySlug, maxSlugLength, slugCharacters } from "../../src/records/schema/slug.ts";
import { film, paper, seasons, settings } from "../records/works.ts";
import { addressText } from "../support/any-character.ts";

/** What was measured of each file of a record, by its name: the record itself says so. */
function measuredOf(
  item: LibraryItem,
  names: ReadonlyMap<string, string>,
): Map<string, MeasuredFiles> {
  const measured = new Map<string, MeasuredFiles>();
  const add = (file: MeasuredFiles, more: Partial<MeasuredFiles> = {}) => {
    const name = names.get(file.sha256) ?? "";
    measured.set(name, { ...file, ...more, ...measured.get(name) });
  };
  if (item.kind === "Library" && item.logo !== undefined) {
    add(item.logo.file, { width: item.logo.width, height: item.logo.height });
  }
  if (item.kind === "Library" || item.kind === "Series") {
    const { podcastCover: cover } = item;
    if (cover) add(cover.file, { width: cover.width, height: cover.height });
  }
  if (item.kind === "Document") for (const { file } of item.texts) add(file);
  if (item.kind !== "Episode") return measured;
  const { audioOnly, poster, audioDescription } = item;
  for (const medium of [...item.video, ...(audioOnly ? [audioOnly] : [])])
    add(medium as MeasuredFiles);
  if (poster) add(poster.file, { width: poster.width, height: poster.height });
  for (const { file, cues } of item.captions) add(file, { cues });
  if (audioDescription && "file" in audioDescription) add(audioDescription.file as MeasuredFiles);
  for (const { file } of item.attachments) add(file);
  return measured;
}

/** Writes a record's manifest, reads it again, and makes the record anew. */
function roundTrip(item: LibraryItem): { text: string; again: LibraryItem | undefined } {
  const names = exportFileNames(item);
  const text = toManifest(item, names);
  const { manifest, problems } = readManifest("work.yaml", text);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return { text, again: manifest && toRecord(manifest, measuredOf(item, names)) };
}

describe("a record's manifest", () => {
  test("gives each file a readable name", () => {
    const text = toManifest(film, exportFileNames(film));
    for (const name of [
      "film.webm",
      "sound.m4a",
      "poster.webp",
      "en.vtt",
      "es.vtt",
      "attachment-en.pdf",
    ]) {
      expect(text).toContain(`file: ${name}`);
    }
    expect(exportFileNames(paper)).toEqual(
      new Map([
        ["a".repeat(64), "es.md"],
        ["b".repeat(64), "en.md"],
        ["c".repeat(64), "es.pdf"],
      ]),
    );
  });

  test("gives two files of the same type different names", () => {
    const [video] = film.video;
    const [track] = film.captions;
    if (video === undefined || track === undefined) throw new Error("a film with captions");
    const more = {
      ...film,
      video: ["1", "a", "b"].map((digit) => ({ ...video, sha256: digit.repeat(64), height: 720 })),
      captions: [
        track,
        { ...track, kind: "captions" as const, file: { ...track.file, sha256: "c".repeat(64) } },
      ],
    };
    const names = [...exportFileNames(more).values()];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        "film.webm",
        "film-720p.webm",
        "film-2.webm",
        "es.vtt",
        "es-captions.vtt",
      ]),
    );
  });

  test.each(["../../escape", "/etc/escape", "a/b", "a\u0000b", "..", "", "a\\b", "~"])(
    "never names a file outside the manifest's folder, whatever a server sends as a language: %j",
    (inLanguage) => {
      const hostile = {
        ...film,
        captions: film.captions.map((track) => ({ ...track, inLanguage })),
        attachments: film.attachments.map((attachment) => ({ ...attachment, inLanguage })),
      };
      for (const name of exportFileNames(hostile).values()) {
        expect(name).toMatch(/^[A-Za-z0-9-]+\.[a-z0-9]+$/);
      }
    },
  );

  test("never names a file by an extension that the library doesn't know", () => {
    const [text] = paper.texts;
    const extension = "md/../../escape" as "md";
    const hostile = {
      ...paper,
      texts: text === undefined ? [] : [{ ...text, file: { ...text.file, extension } }],
    };
    expect(() => exportFileNames(hostile)).toThrow(TypeError);
  });

  test.each([film, paper, settings, seasons])(
    "read with its files is the same record ($slug)",
    async (item) => {
      const { again } = roundTrip(item);
      expect(again).toEqual(item);
      expect(await digestOf(again)).toBe(await digestOf(item));
    },
  );

  test("keeps lists that are empty on purpose, and former slugs", async () => {
    const items: LibraryItem[] = [
      { ...film, keywords: [], credits: [], related: [], formerSlugs: [] },
      { ...paper, formerSlugs: ["old-paper"] },
      { ...settings, footer: [], neighbours: {} },
    ];
    for (const item of items) {
      const { again } = roundTrip(item);
      expect(await digestOf(again)).toBe(await digestOf(item));
    }
  });

  test("has its fields in the documented order, whatever their order in the record", () => {
    const entries = Object.entries(paper).sort(([a], [b]) => (a < b ? 1 : -1));
    const shuffled = Object.fromEntries(entries) as typeof paper;
    const { text } = roundTrip(shuffled);
    expect(text.match(/^[a-zA-Z]+(?=:)/gm)?.slice(0, 5)).toEqual([
      "kind",
      "slug",
      "inLanguage",
      "status",
      "name",
    ]);
  });

  test("has the original's text first, and quotes what YAML 1.1 takes for something else", () => {
    const { text } = roundTrip({ ...film, name: { es: "Título", [film.inLanguage]: "12:30" } });
    const written = `name:\n  ${film.inLanguage}: "12:30"\n  es: Título\n`;
    expect(text).toContain(written);
  });

  test("of a withdrawn work is a draft without the notice", () => {
    const { again } = roundTrip({
      ...film,
      status: "withdrawn",
      withdrawalNotice: { en: "Gone." },
    });
    expect(again).toEqual({ ...film, status: "draft" });
  });

  test("supports any text and moment of a record", () => {
    const tricky = fc.constantFrom(
      "yes",
      "no",
      "null",
      "~",
      "12:30",
      "0x1f",
      "1e3",
      "# x",
      "- x",
      "a: b",
      "\"'",
      "{",
      "[x]",
      "&a",
      "*a",
      "!t",
      "% d",
      "@x",
      "`",
      "a\n  b\n",
      "é😀",
      "\u2028",
    );
    const word = fc
      .oneof(tricky, fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }))
      .map((text) => text.trim())
      .filter((text) => text !== "" && text.isWellFormed());
    const names = fc.dictionary(fc.constantFrom("en", "es", "vi", "zh-Hant", "no"), word, {
      minKeys: 1,
    });
    const starts = fc.uniqueArray(
      fc.integer({ min: 0, max: 9_900 }).map((milliseconds) => milliseconds / 1000),
      { maxLength: 4 },
    );
    const arbitrary = fc.record({
      name: names,
      description: names,
      keywords: fc.array(word),
      starts,
      chapter: names,
    });
    fc.assert(
      fc.property(arbitrary, ({ starts: all, chapter, ...fields }) => {
        const chapters = [...all]
          .sort((a, b) => a - b)
          .map((one) => ({ start: one, name: chapter }));
        const item = record.parse({ ...film, ...fields, chapters });
        expect(roundTrip(item).again).toEqual(item);
      }),
      { numRuns: 25 },
    );
  });

  test("supports any values of a library, a series and a document", () => {
    const word = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => text !== "" && text.isWellFormed());
    const texts = fc.dictionary(fc.constantFrom("en", "es", "ar", "zh-Hant"), word, { minKeys: 1 });
    const slug = fc
      .stringMatching(new RegExp(`^[${slugCharacters}]{1,${maxSlugLength}}$`))
      .filter((text) => text !== librarySlug);
    const language = fc.constantFrom("en", "es", "vi", "ar");
    const url = fc
      .tuple(fc.constantFrom("http", "https"), fc.domain(), addressText, addressText, addressText)
      .map(
        ([scheme, domain, path, query, fragment]) =>
          `${scheme}://${domain}/${path}?${query}#${fragment}`,
      );
    const seasonsOf = fc.uniqueArray(
      fc.record(
        {
          season: fc.integer({ min: 1, max: 9999 }),
          name: texts,
          description: texts,
          episodes: fc.array(slug, { maxLength: 3 }),
        },
        { requiredKeys: ["season", "name"] },
      ),
      { selector: (one) => one.season, maxLength: 4, minLength: 1 },
    );
    const item = fc.oneof(
      fc
        .record({
          name: texts,
          footerText: texts,
          contact: fc.oneof(url, fc.constant("a.b+c@example.org")),
          interfaceLanguages: fc.uniqueArray(language, { minLength: 1 }),
          neighbours: fc.dictionary(language, fc.array(language)),
          footer: fc.array(fc.record({ name: texts, url }), { minLength: 1, maxLength: 3 }),
        })
        .map((fields) => ({ ...settings, ...fields })),
      fc
        .record({ slug, name: texts, seasons: seasonsOf })
        .map((fields) => ({ ...seasons, ...fields })),
      fc
        .record({
          slug,
          name: texts,
          copyrightHolder: word,
          related: fc.array(slug, { minLength: 1, maxLength: 3 }),
          credits: fc.array(
            fc.record(
              { name: word, role: word, public: fc.boolean() },
              { requiredKeys: ["name", "role"] },
            ),
            { minLength: 1, maxLength: 3 },
          ),
        })
        .map((fields) => ({ ...paper, ...fields })),
    );
    fc.assert(
      fc.property(item, (any) => {
        const parsed = record.safeParse(any);
        // A web address of fast-check's that zod refuses is no record.
        fc.pre(parsed.success);
        // A manifest in which a name that isn't public stands elsewhere is refused.
        fc.pre(findNamesInFields(any, privateNamesOf(any).forbidden).length === 0);
        expect(roundTrip(any as LibraryItem).again).toEqual(any);
      }),
    );
  });
});
