import { chooseText, type Neighbours } from "../i18n/fallback.ts";
import { dayOf } from "../i18n/format.ts";
import { noLanguage } from "../i18n/tag.ts";
import type { LibraryRecord, SeriesRecord, WorkRecord } from "../records/schema/record.ts";

/** The input of the citation formats: a work in one language, with nothing that its record doesn't have. */
export interface Citation {
  readonly slug: string;
  readonly kind: "film" | "document";
  readonly title: string;
  /** BCP 47, of the title. */
  readonly language: string;
  /** Who wrote or directed it. Names aren't split: which part is the family name depends on the culture. */
  readonly authors: readonly string[];
  readonly publisher: string | undefined;
  readonly series: string | undefined;
  /** Year, month and day, as the author wrote them. */
  readonly date: readonly [year: number, month: number, day: number] | undefined;
  readonly abstract: string | undefined;
  readonly license: string | undefined;
  /** The work's own page. */
  readonly url: string;
}

export interface CitationSource {
  /** As the public may see it. */
  readonly item: WorkRecord;
  readonly series: SeriesRecord | undefined;
  readonly settings: LibraryRecord | undefined;
  /** The language of the citation; missing texts fall back. */
  readonly language: string;
  readonly neighbours: Neighbours;
  readonly url: string;
}

/** The roles, as manifests name them, whose people are a citation's authors. */
const authorRoles = new Set(["author", "writer", "director", "filmmaker"]);

/** Citation programs know no tag for content without language: it is cited in the reader's. */
function known(tag: string, language: string): string {
  return tag === noLanguage ? language : tag;
}

/** Makes the citation of a work. */
export function citationFor(source: CitationSource): Citation {
  const { item, series, settings, language, neighbours, url } = source;
  const title = chooseText(item.name, language, item.inLanguage, neighbours);
  const { credits = [], datePublished } = item;
  const day = datePublished === undefined ? undefined : dayOf(datePublished).split("-").map(Number);
  return {
    slug: item.slug,
    kind: item.kind === "Episode" ? "film" : "document",
    title: title?.value ?? item.slug,
    language: known(title?.language ?? item.inLanguage, language),
    authors: credits
      .filter(({ role }) => authorRoles.has(role.trim().toLowerCase()))
      .map(({ name }) => name),
    publisher:
      settings &&
      chooseText(settings.publisher.name, language, settings.inLanguage, neighbours)?.value,
    series: series && chooseText(series.name, language, series.inLanguage, neighbours)?.value,
    date: day && [day[0] ?? 0, day[1] ?? 1, day[2] ?? 1],
    abstract: chooseText(item.description, language, item.inLanguage, neighbours)?.value,
    license: item.license,
    url,
  };
}

/** A citation format of reference managers; `render` is pure. */
export interface CitationFormat {
  /** Without a dot, as in the address. */
  readonly extension: string;
  readonly contentType: string;
  /** The format's name, which is the same in every language. */
  readonly name: string;
  render(citation: Citation): string;
}
