import { describe, expect, test } from "vitest";
import type { Citation } from "../../../src/syndication/citation.ts";
import { apa } from "../../../src/syndication/styles/apa.ts";
import { chicago } from "../../../src/syndication/styles/chicago.ts";
import { mla } from "../../../src/syndication/styles/mla.ts";
import { type CitationStyle, referenceText } from "../../../src/syndication/styles/style.ts";

const film: Citation = {
  slug: "film",
  kind: "film",
  title: "The Crossing",
  language: "en",
  labelLanguage: "en",
  originalTitle: undefined,
  workLanguage: "en",
  authors: ["Mai Tran"],
  directors: ["Mai Tran"],
  translators: [],
  publisher: "Archive Collective",
  series: undefined,
  date: [2024, 5, 3],
  abstract: undefined,
  license: undefined,
  copyrightHolder: undefined,
  moment: undefined,
  url: "https://library.example/en/watch/film",
};
const twoDirectors = {
  authors: ["Mai Tran", "Ana Morales"],
  directors: ["Mai Tran", "Ana Morales"],
};
const memo: Partial<Citation> = {
  kind: "document",
  authors: ["Ana Morales", "Mai Tran"],
  directors: [],
};

const write = ({ reference }: CitationStyle, changes: Partial<Citation> = {}) =>
  referenceText(reference({ ...film, ...changes })).replaceAll(film.url, "URL");
const mention = ({ inText }: CitationStyle, changes: Partial<Citation> = {}) =>
  inText({ ...film, moment: 65, ...changes });

// What citeproc 2.4.63 writes of the same data with the styles `apa`, `modern-language-association` and
// `chicago-author-date`, for types motion_picture or broadcast (films) and webpage (documents).
describe("as citeproc writes it", () => {
  test.each([
    [
      "a film",
      {},
      "Mai Tran (Director). (2024, May 3). The Crossing [Video]. Archive Collective. URL",
    ],
    [
      "a film by two",
      twoDirectors,
      "Mai Tran & Ana Morales (Directors). (2024, May 3). The Crossing [Video]. Archive Collective. URL",
    ],
    [
      "an episode",
      { series: "Witness Hour" },
      "Mai Tran (Director). (2024, May 3). The Crossing [Video]. In Witness Hour. Archive Collective. URL",
    ],
    [
      "a document by three",
      { ...memo, authors: ["Ana Morales", "Mai Tran", "Luz"] },
      "Ana Morales, Mai Tran, & Luz. (2024, May 3). The Crossing. Archive Collective. URL",
    ],
    [
      "a document without author and date",
      { ...memo, authors: [], date: undefined },
      "The Crossing. (n.d.). Archive Collective. URL",
    ],
  ])("APA: %s", (_, changes, expected) => {
    expect(write(apa, changes)).toBe(expected);
  });

  test.each([
    [
      "an episode",
      { series: "Witness Hour" },
      "“The Crossing.” Witness Hour, directed by Mai Tran, Video, Archive Collective, 3 May 2024, URL.",
    ],
    [
      "a document",
      memo,
      "Ana Morales and Mai Tran. The Crossing. Archive Collective, 3 May 2024, URL.",
    ],
    [
      "a document by three",
      { ...memo, authors: ["Ana Morales", "Mai Tran", "Luz"] },
      "Ana Morales, et al. The Crossing. Archive Collective, 3 May 2024, URL.",
    ],
    [
      "a document in Spanish",
      { ...memo, labelLanguage: "es" as const },
      "Ana Morales y Mai Tran. The Crossing. Archive Collective, 3 de mayo de 2024, URL.",
    ],
    [
      "an episode in Spanish",
      { series: "Witness Hour", labelLanguage: "es" as const },
      "«The Crossing». Witness Hour, dirigido por Mai Tran, Video, Archive Collective, 3 de mayo de 2024, URL.",
    ],
    [
      "a document without author and date",
      { ...memo, authors: [], date: undefined },
      "The Crossing. Archive Collective, URL.",
    ],
  ])("MLA: %s", (_, changes, expected) => {
    expect(write(mla, changes)).toBe(expected);
  });

  test.each([
    ["a film", {}, "Mai Tran, dir. 2024. The Crossing. Video. Archive Collective. URL."],
    [
      "a film by two",
      twoDirectors,
      "Mai Tran and Ana Morales, dirs. 2024. The Crossing. Video. Archive Collective. URL.",
    ],
    [
      "an episode",
      { series: "Witness Hour" },
      "Mai Tran, dir. 2024. “The Crossing.” Video. Witness Hour. Archive Collective. URL.",
    ],
    [
      "a film in Spanish",
      { ...twoDirectors, labelLanguage: "es" as const },
      "Mai Tran y Ana Morales, dirs. 2024. The Crossing. Video. Archive Collective. URL.",
    ],
    [
      "a film without author",
      { authors: [], directors: [] },
      "The Crossing. 2024. Video. Archive Collective. URL.",
    ],
    [
      "a document by three",
      { ...memo, authors: ["Ana Morales", "Mai Tran", "Luz"] },
      "Ana Morales, Mai Tran, and Luz. 2024. “The Crossing.” Archive Collective. May 3, 2024. URL.",
    ],
  ])("Chicago: %s", (_, changes, expected) => {
    expect(write(chicago, changes)).toBe(expected);
  });

  test("the mention in a text, with the moment", () => {
    expect(mention(apa)).toBe("(Mai Tran, 2024, 1:05)");
    expect(mention(apa, twoDirectors)).toBe("(Mai Tran & Ana Morales, 2024, 1:05)");
    expect(mention(apa, { authors: [], date: undefined })).toBe("(The Crossing, n.d., 1:05)");
    expect(mention(mla)).toBe("(The Crossing, 1:05)");
    expect(mention(mla, memo)).toBe("(Ana Morales and Mai Tran, 1:05)");
    expect(mention(chicago)).toBe("(Mai Tran 2024, 1:05)");
    expect(mention(chicago, { labelLanguage: "es", ...twoDirectors })).toBe(
      "(Mai Tran y Ana Morales 2024, 1:05)",
    );
  });
});

describe("otherwise than citeproc", () => {
  test("the title comes first in APA, with its medium, if no author is known", () => {
    expect(write(apa, { authors: [], directors: [] })).toBe(
      "The Crossing [Video]. (2024, May 3). Archive Collective. URL",
    );
  });

  test("a publisher that is the author is named once in APA", () => {
    expect(write(apa, { ...memo, authors: ["Archive Collective"] })).toBe(
      "Archive Collective. (2024, May 3). The Crossing. URL",
    );
  });

  test("dates and words are in the citation's language, in Latin digits", () => {
    const dateIn = (labelLanguage: Citation["labelLanguage"]) =>
      /\((2024.*?)\)/.exec(write(apa, { ...memo, labelLanguage }))?.[1];
    expect(dateIn("es")).toBe("2024, 3 de mayo");
    expect(dateIn("vi")).toMatch(/^2024, (?:ngày )?3 tháng 5$/);
    expect(dateIn("ar")).toBe("2024، 3 مايو");
    expect(write(mla, { labelLanguage: "vi" })).toContain("Đạo diễn: Mai Tran, Video");
    expect(write(apa, { labelLanguage: "ar", date: undefined })).toContain(
      "Mai Tran (إخراج). (د.ت.)",
    );
  });

  test("MLA shortens long months in English", () => {
    expect(write(mla, { ...memo, date: [2026, 9, 1] })).toContain("1 Sept. 2026");
    expect(write(mla, { ...memo, date: [2026, 11, 26] })).toContain("26 Nov. 2026");
    expect(write(mla, { ...memo, date: [2026, 6, 2] })).toContain("2 June 2026");
  });

  test("the original title stands beside its translation", () => {
    const changes = { title: "La travesía", originalTitle: "The Crossing" };
    for (const style of [apa, mla, chicago]) {
      expect(write(style, changes)).toContain("The Crossing [La travesía]");
      // A translation that isn't the publisher's own is in brackets already.
      expect(write(style, { ...changes, title: "[La travesía]" })).toContain(
        "The Crossing [La travesía]",
      );
    }
  });

  test("a title that asks has no period after it", () => {
    const title = "How Did We Get Here?";
    expect(write(mla, { title })).toContain("How Did We Get Here? Directed by");
    expect(write(chicago, { title, series: "S" })).toContain("“How Did We Get Here?” Video");
  });

  test("who wrote a film and who directed it are told apart", () => {
    const changes = { authors: ["Ana Morales", "Mai Tran"] };
    expect(write(apa, changes)).toContain("Ana Morales & Mai Tran (Director). (2024");
    expect(write(mla, changes)).toContain("Ana Morales. The Crossing. Directed by Mai Tran,");
    expect(write(chicago, changes)).toContain("Ana Morales and Mai Tran. 2024.");
  });

  test("long lists of authors end as each style says", () => {
    const authors = Array.from({ length: 21 }, (_, index) => `A${index + 1}`);
    expect(write(apa, { ...memo, authors })).toMatch(/A19, … A21\. \(2024/);
    expect(write(chicago, { ...memo, authors })).toMatch(/A7, et al\. 2024/);
  });
});

describe("a translator is named", () => {
  const translated: Partial<Citation> = {
    title: "La travesía",
    originalTitle: "The Crossing",
    translators: ["Luz Pérez"],
  };
  const spanish = { ...translated, labelLanguage: "es" as const };

  test.each([
    [
      apa,
      translated,
      "Mai Tran (Director). (2024, May 3). The Crossing [La travesía] (Luz Pérez, Trans.) [Video]. Archive Collective. URL",
    ],
    [
      mla,
      translated,
      "The Crossing [La travesía]. Directed by Mai Tran, translated by Luz Pérez, Video, Archive Collective, 3 May 2024, URL.",
    ],
    [
      mla,
      { ...memo, ...spanish },
      "Ana Morales y Mai Tran. The Crossing [La travesía]. Traducido por Luz Pérez, Archive Collective, 3 de mayo de 2024, URL.",
    ],
    [
      chicago,
      spanish,
      "Mai Tran, dir. 2024. The Crossing [La travesía]. Traducido por Luz Pérez. Video. Archive Collective. URL.",
    ],
  ])("in $name style", (style, changes, expected) => {
    expect(write(style, changes)).toBe(expected);
  });
});
