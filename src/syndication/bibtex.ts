import type { CitationFormat } from "./citation.ts";

/** BibTeX, for LaTeX: one entry in UTF-8, with TeX's special characters escaped. */
export const bibtex: CitationFormat = {
  extension: "bib",
  contentType: "application/x-bibtex; charset=utf-8",
  name: "BibTeX",
  render(citation) {
    const { kind, date, authors } = citation;
    const [year, month] = date ?? [];
    const fields: [name: string, value: string | undefined][] = [
      // In braces of its own, so that styles neither lowercase names nor split them at a comma.
      ["title", `{${escapeTex(citation.title)}}`],
      [
        "author",
        authors.length > 0
          ? authors.map((name) => `{${escapeTex(name)}}`).join(" and ")
          : undefined,
      ],
      ["publisher", citation.publisher && escapeTex(citation.publisher)],
      ["series", citation.series && escapeTex(citation.series)],
      ["howpublished", kind === "film" ? "Video" : undefined],
      ["year", year === undefined ? undefined : String(year)],
      ["month", month === undefined ? undefined : String(month)],
      ["langid", citation.language],
      ["abstract", citation.abstract && escapeTex(citation.abstract)],
      ["url", citation.url.replace(/[{}\\\s]/g, encodeURIComponent)],
    ];
    const lines = fields
      .filter(([, value]) => value !== undefined)
      .map(([name, value = ""]) => `  ${name} = {${value}}`);
    return `@misc{${citation.slug},\n${lines.join(",\n")}\n}\n`;
  },
};

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
