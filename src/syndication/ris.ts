import { formatMoment } from "../records/moment.ts";
import type { Citation, CitationFormat } from "./citation.ts";

/** RIS, which EndNote, Zotero and Mendeley read: a tag of two letters and a value on each line. */
export const ris: CitationFormat = {
  extension: "ris",
  contentType: "application/x-research-info-systems; charset=utf-8",
  name: "RIS",
  render(citation) {
    const { date, authors } = citation;
    const [year, month, day] = date?.map((number) => String(number).padStart(2, "0")) ?? [];
    const fields: [tag: string, value: string | undefined][] = [
      ["TY", types[citation.kind]],
      ["ID", citation.slug],
      ["TI", citation.title],
      // EndNote's field for the original of a translation.
      ["OP", citation.originalTitle],
      ["T2", citation.series],
      ...authors.map((name): [string, string] => ["AU", name]),
      ...citation.translators.map((name): [string, string] => ["A4", name]),
      ["PB", citation.publisher],
      ["PY", year],
      ["DA", date && `${year}/${month}/${day}/`],
      ["AB", citation.abstract],
      ["LA", citation.workLanguage],
      // RIS has no field for a moment: its pages would be a film's running time.
      ["N1", citation.moment === undefined ? undefined : formatMoment(citation.moment)],
      ["C1", citation.license],
      ["C2", citation.copyrightHolder && `© ${citation.copyrightHolder}`],
      ["UR", citation.url],
      ["ER", ""],
    ];
    return fields
      .filter(([, value]) => value !== undefined)
      .map(([tag, value = ""]) => `${tag}  - ${oneLine(value)}\r\n`)
      .join("");
  },
};

const types: Readonly<Record<Citation["kind"], string>> = {
  film: "VIDEO",
  sound: "SOUND",
  document: "RPRT",
  series: "VIDEO",
};

/** A value ends with its line: a line break in it would start another field. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
