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
      ["TY", typeOf(citation)],
      ["ID", citation.slug],
      ["TI", citation.title],
      ["T2", citation.series],
      ...authors.map((name): [string, string] => ["AU", name]),
      ["PB", citation.publisher],
      ["PY", year],
      ["DA", date && `${year}/${month}/${day}/`],
      ["AB", citation.abstract],
      ["LA", citation.language],
      ["C1", citation.license],
      ["UR", citation.url],
      ["ER", ""],
    ];
    return fields
      .filter(([, value]) => value !== undefined)
      .map(([tag, value = ""]) => `${tag}  - ${oneLine(value)}\r\n`)
      .join("");
  },
};

const typeOf = ({ kind }: Citation) => (kind === "film" ? "VIDEO" : "RPRT");

/** A value ends with its line: a line break in it would start another field. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
