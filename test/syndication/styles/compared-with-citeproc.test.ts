import { expect, test } from "vitest";
import type { Citation } from "../../../src/syndication/citation.ts";
import { csl } from "../../../src/syndication/csl.ts";
import { apa } from "../../../src/syndication/styles/apa.ts";
import { chicago } from "../../../src/syndication/styles/chicago.ts";
import { mla } from "../../../src/syndication/styles/mla.ts";
import { referenceText } from "../../../src/syndication/styles/style.ts";
import { citeproc } from "./citeproc.ts";

const base: Citation = {
  slug: "work",
  kind: "film",
  title: "The Crossing",
  language: "en",
  labelLanguage: "en",
  originalTitle: undefined,
  workLanguage: "en",
  authors: [],
  directors: [],
  translators: [],
  publisher: "Archive Collective",
  series: undefined,
  date: [2024, 9, 3],
  abstract: undefined,
  license: undefined,
  copyrightHolder: undefined,
  moment: 65,
  url: "https://library.example/en/watch/work",
};

const mai = { authors: ["Mai Tran"], directors: ["Mai Tran"] };
const people = (count: number) => Array.from({ length: count }, (_, index) => `P${index + 1}`);

/** The four kinds of work, with what may differ in them. */
const works: Readonly<Record<string, Partial<Citation>>> = {
  "a film": mai,
  "a film by two": { authors: ["Mai Tran", "Luz"], directors: ["Mai Tran", "Luz"] },
  "a film without date": { ...mai, date: undefined },
  "a film that asks": { ...mai, title: "What now?" },
  "an episode": { ...mai, series: "Witness Hour" },
  "an episode whose title quotes": { ...mai, series: "Witness Hour", title: "The “Law” of Ana" },
  "an episode whose title ends in a quotation": { ...mai, series: "Hour", title: "Say “No”" },
  "an episode whose title ends in a question": { ...mai, series: "Hour", title: "Who Said “No?”" },
  "an episode without names": { series: "Witness Hour" },
  "sound by one": { kind: "sound", authors: ["Ana Morales"] },
  "a series": { kind: "series", title: "Witness Hour" },
  "a document": { kind: "document", authors: ["Ana Morales", "Mai Tran"] },
  "a document by three": { kind: "document", authors: people(3) },
  "a document by four": { kind: "document", authors: people(4) },
  "a document by twelve": { kind: "document", authors: people(12) },
  "a document by 22": { kind: "document", authors: people(22) },
  "a document without names": { kind: "document" },
  "a document that asks, without date": {
    kind: "document",
    title: "What now?",
    authors: ["Ana Morales"],
    date: undefined,
  },
  "a document that was translated": {
    kind: "document",
    authors: ["Ana Morales"],
    translators: ["Luz Pérez"],
  },
};

/** A citation as a CSL item. Names aren't split, as in ours. */
function cslOf(citation: Citation): Readonly<Record<string, unknown>> {
  const { kind, directors, authors, translators, series, date, publisher, title, url } = citation;
  const names = (list: readonly string[]) => list.map((literal) => ({ literal }));
  const types = {
    film: "motion_picture",
    sound: "song",
    series: "motion_picture",
    document: "webpage",
  };
  const media = {
    film: "Video",
    sound: "Audio",
    series: citation.labelLanguage === "es" ? "Serie de videos" : "Video series",
  };
  return {
    type: series === undefined ? types[kind] : "broadcast",
    title,
    ...(series === undefined ? {} : { "container-title": series }),
    director: names(directors),
    author: names(authors.filter((name) => !directors.includes(name))),
    translator: names(translators),
    publisher,
    ...(kind === "document" ? {} : { medium: media[kind] }),
    ...(date === undefined ? {} : { issued: { "date-parts": [date] } }),
    URL: url,
  };
}

const styles = [
  [apa, "apa"],
  [mla, "modern-language-association"],
  [chicago, "chicago-author-date"],
] as const;

/** What citeproc writes, changed where ours differs on purpose: docs/transcripts.md lists these differences. */
function expected(text: string, style: string, citation: Citation): string {
  const { kind, series, authors, date, labelLanguage } = citation;
  // citeproc capitalizes English titles; ours stay as the publisher wrote them.
  const own = text.replaceAll("\u00a0", " ").replace("What Now?", "What now?");
  const inLanguage = labelLanguage === "es" ? inSpanish(own) : own;
  if (style === "apa" && authors.length === 0) {
    // The medium belongs to the title, which stands before the date if no author is known.
    return inLanguage.replace(/^(.*?)\. (\(.*?\))\. (\[.*?\])\./, "$1 $3. $2.");
  }
  const isFilm = (kind === "film" || kind === "series") && series === undefined;
  if (style === "modern-language-association" && isFilm && date !== undefined) {
    const day = labelLanguage === "es" ? "3 de septiembre de 2024" : "3 Sept. 2024";
    return inLanguage.replace(", 2024,", `, ${day},`);
  }
  return inLanguage;
}

/** Lists, dates and roles as Spanish has them, where citeproc keeps what English does. */
function inSpanish(text: string): string {
  return text
    .replace("septiembre 3", "3 de septiembre")
    .replace(/\(Director(?:es)?\)/, "(Dirección)")
    .replace(/,? [&y] /, " y ");
}

test.each(styles)(
  "$name writes what citeproc writes, but for what docs/transcripts.md lists",
  (ours, style) => {
    for (const [labelLanguage, locale] of [
      ["en", "en-US"],
      ["es", "es-ES"],
    ] as const) {
      const write = citeproc(style, locale);
      for (const [name, changes] of Object.entries(works)) {
        const citation = { ...base, ...changes, labelLanguage };
        const theirs = write(cslOf(citation));
        const here = `${name}, ${labelLanguage}: `;
        expect
          .soft(here + referenceText(ours.reference(citation)))
          .toBe(here + expected(theirs.reference, style, citation));
        expect
          .soft(here + ours.inText(citation))
          .toBe(here + expected(theirs.inText, style, citation));
        const [exported] = JSON.parse(csl.render(citation));
        const { reference } = write(exported);
        const named = [
          ...citation.directors,
          ...(citation.series === undefined ? [] : [citation.series]),
        ];
        for (const name of named) {
          expect.soft(here + name + (reference.split(name).length - 1)).toBe(`${here}${name}1`);
        }
      }
    }
  },
);
