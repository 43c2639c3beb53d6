import { formatMoment } from "../records/moment.ts";
import type { CitationFormat } from "./citation.ts";
import { rightsOf } from "./rights.ts";
import { mediumOf } from "./styles/parts.ts";

/** BibTeX, for LaTeX: one entry in UTF-8, with TeX's special characters escaped. */
export const bibtex: CitationFormat = {
  extension: "bib",
  contentType: "application/x-bibtex; charset=utf-8",
  name: "BibTeX",
  render(citation) {
    const { date, moment } = citation;
    const [year, month, day] = date ?? [];
    const fields: [name: string, value: string | undefined][] = [
      // In braces of its own, so that styles neither lowercase names nor split them at a comma.
      ["title", `{${escapeTex(citation.title)}}`],
      ["origtitle", citation.originalTitle && `{${escapeTex(citation.originalTitle)}}`],
      ["author", namesOf(citation.authors)],
      ["translator", namesOf(citation.translators)],
      ["publisher", citation.publisher && escapeTex(citation.publisher)],
      ["series", citation.series && escapeTex(citation.series)],
      ["howpublished", mediumOf(citation)],
      ["year", year === undefined ? undefined : String(year)],
      ["month", month === undefined ? undefined : String(month)],
      ["day", day === undefined ? undefined : String(day)],
      // BibLaTeX reads the day only from here.
      ["date", date?.map((number) => String(number).padStart(2, "0")).join("-")],
      ["langid", citation.workLanguage],
      ["note", moment === undefined ? undefined : formatMoment(moment)],
      ["copyright", rightsOf(citation)?.replace(/.+/s, escapeTex)],
      ["abstract", citation.abstract && escapeTex(citation.abstract)],
      ["url", citation.url.replace(/[{}\\\s]/g, encodeURIComponent)],
    ];
    const lines = fields
      .filter(([, value]) => value !== undefined)
      .map(([name, value = ""]) => `  ${name} = {${value}}`);
    return `@misc{${citation.slug},\n${lines.join(",\n")}\n}\n`;
  },
};

/** Each name in braces of its own, so that it isn't split into parts. */
const namesOf = (names: readonly string[]) =>
  names.length === 0 ? undefined : names.map((name) => `{${escapeTex(name)}}`).join(" and ");

const letters: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Escapes text for TeX. */
function escapeTex(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[\\{}$&#%_~^]/g, (sign) => letters[sign] ?? `\\${sign}`);
}
