import { formatMoment } from "../records/moment.ts";
import { licenseUrl } from "../records/schema/license.ts";
import type { Citation, CitationFormat } from "./citation.ts";
import { rightsOf } from "./rights.ts";
import { mediumOf, writersOf } from "./styles/parts.ts";

/** CSL JSON, the data of the Citation Style Language 1.0.2: Zotero, Pandoc and Word's add-ins read it. */
export const csl: CitationFormat = {
  extension: "json",
  contentType: "application/vnd.citationstyles.csl+json; charset=utf-8",
  name: "CSL JSON",
  render(citation) {
    const { date, moment } = citation;
    const rights = [rightsOf(citation), licenseUrl(citation.license)];
    const item = {
      id: citation.slug,
      type: typeOf(citation),
      title: citation.title,
      "original-title": citation.originalTitle,
      medium: mediumOf(citation),
      ...makersOf(citation),
      translator: namesOf(citation.translators),
      publisher: citation.publisher,
      "container-title": citation.series,
      issued: date && { "date-parts": [date] },
      abstract: citation.abstract,
      language: citation.workLanguage,
      locator: moment === undefined ? undefined : formatMoment(moment),
      // CSL has no field for rights.
      note: rights.filter((part) => part !== undefined).join(" ") || undefined,
      URL: citation.url,
    };
    return `${JSON.stringify([item], null, 2)}\n`;
  },
};

const types = {
  film: "motion_picture",
  sound: "broadcast",
  document: "report",
  series: "motion_picture",
} satisfies Readonly<Record<Citation["kind"], string>>;

/** An episode is a broadcast: in no style does a film name the series that it belongs to. */
const typeOf = ({ kind, series }: Citation) =>
  kind === "film" && series !== undefined ? types.sound : types[kind];

/**
 * Who made it, each person once. Of an author and a director, a style writes both, or the author alone; beside the
 * writer of a film's script it writes the director.
 */
function makersOf(citation: Citation) {
  const { kind, authors, directors } = citation;
  const writers = writersOf(citation);
  if (directors.length > 0 && (writers.length === 0 || types[kind] === types.film)) {
    return { director: namesOf(directors), "script-writer": namesOf(writers) };
  }
  return { author: namesOf(authors) };
}

/** Not split, because the record doesn't say which part is the family name. */
const namesOf = (names: readonly string[]) =>
  names.length > 0 ? names.map((name) => ({ literal: name })) : undefined;
