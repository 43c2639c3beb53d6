import { chooseText, type Neighbours } from "../i18n/fallback.ts";
import { dayOf } from "../i18n/format.ts";
import { type InterfaceLanguage, interfaceLanguageFor } from "../i18n/interface-languages.ts";
import { baseLanguage, noLanguage } from "../i18n/tag.ts";
import type { LibraryRecord, SeriesRecord, WorkRecord } from "../records/schema/record.ts";
import { isAuthorRole, isDirectorRole } from "./roles.ts";

/** The input of the citation formats: a work in one language, with nothing that its record doesn't have. */
export interface Citation {
  readonly slug: string;
  readonly kind: "film" | "sound" | "document" | "series";
  readonly title: string;
  /** BCP 47, of the title. */
  readonly language: string;
  /** Of the citation's own words, such as “Director”. */
  readonly labelLanguage: InterfaceLanguage;
  /** The title in the work's own language, if `title` is a translation of it. */
  readonly originalTitle: string | undefined;
  /** BCP 47, of the film, or of the text that the reader is shown; undefined if nobody speaks in it. */
  readonly workLanguage: string | undefined;
  /** Who wrote or directed it. Names aren't split: which part is the family name depends on the culture. */
  readonly authors: readonly string[];
  /** Those of the authors who directed it. */
  readonly directors: readonly string[];
  /** Who translated the title's language. */
  readonly translators: readonly string[];
  readonly publisher: string | undefined;
  readonly series: string | undefined;
  /** Year, month and day, as the author wrote them. */
  readonly date: readonly [year: number, month: number, day: number] | undefined;
  readonly abstract: string | undefined;
  readonly license: string | undefined;
  readonly copyrightHolder: string | undefined;
  /** In seconds from the start of a film, if a moment of it is cited. */
  readonly moment: number | undefined;
  /** The work's own page, at the moment. */
  readonly url: string;
}

export interface CitationSource {
  /** As the public may see it. */
  readonly item: WorkRecord | SeriesRecord;
  readonly series: SeriesRecord | undefined;
  readonly settings: LibraryRecord | undefined;
  /** The language of the citation; missing texts fall back. */
  readonly language: string;
  readonly neighbours: Neighbours;
  /** In seconds; only films have moments. */
  readonly moment?: number | undefined;
  readonly url: string;
}

/** Makes the citation of a work or a series. */
export function citationFor(source: CitationSource): Citation {
  const { item, series, settings, language, neighbours, moment, url } = source;
  const title = chooseText(item.name, language, item.inLanguage, neighbours);
  const { datePublished } = item;
  const day = datePublished === undefined ? undefined : dayOf(datePublished).split("-").map(Number);
  const { license, copyrightHolder, credits = [] } = item.kind === "Series" ? noFacts : item;
  const authors = credits.filter(({ role }) => isAuthorRole(role)).map(({ name }) => name);
  const directors = credits.filter(({ role }) => isDirectorRole(role)).map(({ name }) => name);
  const original = item.name[item.inLanguage];
  return {
    slug: item.slug,
    kind: kindOf(item),
    title: title?.value ?? item.slug,
    language: known(title?.language ?? item.inLanguage, language),
    labelLanguage: interfaceLanguageFor(language),
    originalTitle: original === title?.value ? undefined : original,
    workLanguage: workLanguageOf(item, language),
    authors: [...new Set(authors)],
    directors: [...new Set(directors)],
    translators: translatorsOf(item, language),
    publisher:
      settings &&
      chooseText(settings.publisher.name, language, settings.inLanguage, neighbours)?.value,
    series: series && chooseText(series.name, language, series.inLanguage, neighbours)?.value,
    date: day && [day[0] ?? 0, day[1] ?? 1, day[2] ?? 1],
    abstract: chooseText(item.description, language, item.inLanguage, neighbours)?.value,
    license,
    copyrightHolder,
    moment,
    url,
  };
}

type CatalogueFacts = Partial<Pick<WorkRecord, "license" | "copyrightHolder" | "credits">>;

/** A series has no license and no credits of its own. */
const noFacts: CatalogueFacts = {};

function kindOf(item: CitationSource["item"]): Citation["kind"] {
  if (item.kind === "Series") return "series";
  if (item.kind === "Document") return "document";
  return item.video.length === 0 && item.audioOnly !== undefined ? "sound" : "film";
}

/** Citation programs know no tag for content without language: its title is in the reader's. */
function known(tag: string, language: string): string {
  return tag === noLanguage ? language : tag;
}

/** A film is in the language that is spoken in it, whoever reads; a document in that of the text that is read. */
function workLanguageOf(item: CitationSource["item"], language: string): string | undefined {
  const read = item.kind === "Document" ? textIn(item.texts, language)?.inLanguage : undefined;
  const tag = read ?? item.inLanguage;
  return tag === noLanguage ? undefined : tag;
}

interface TranslatedText {
  readonly inLanguage: string;
  readonly translator?: string | undefined;
}

/** The translators of the language that is read. */
function translatorsOf(item: CitationSource["item"], language: string): string[] {
  if (item.kind === "Series") return [];
  const texts: readonly TranslatedText[] = item.kind === "Episode" ? item.captions : item.texts;
  const translator = textIn(texts, language)?.translator;
  return translator === undefined ? [] : [translator];
}

const textIn = <Text extends { readonly inLanguage: string }>(
  texts: readonly Text[],
  language: string,
) =>
  texts.find(({ inLanguage }) => inLanguage === language) ??
  texts.find(({ inLanguage }) => baseLanguage(inLanguage) === baseLanguage(language));

/** A citation format of reference managers; `render` is pure. */
export interface CitationFormat {
  /** Without a dot, as in the address. */
  readonly extension: string;
  readonly contentType: string;
  /** The format's name, which is the same in every language. */
  readonly name: string;
  render(citation: Citation): string;
}
