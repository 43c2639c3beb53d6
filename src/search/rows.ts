import type { SpeakerSetting } from "../captions/spoken/habit.ts";
import { normalizeText } from "../i18n/normalize.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { blobPath } from "../records/blobs.ts";
import { publicRecord } from "../records/public-record.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { type SearchedPdf, searchedPdfs } from "../records/searched-pdfs.ts";
import { topicWordsOf } from "../records/topics.ts";
import { languagesOf, spokenTracks } from "../records/tracks.ts";
import type { SearchedText } from "../records/views.ts";
import { publishedAt, statusOf } from "../records/visibility.ts";
import { encodeBody, plainText, sizeOf } from "./body.ts";
import { exactFacets } from "./exact.ts";
import {
  kindFacet,
  languageFacet,
  originalFacet,
  seriesMark,
  slugFacet,
  speakerFacet,
  varietyFacet,
  workMark,
  yearFacet,
} from "./facets.ts";
import { distinctWords } from "./fold.ts";
import { encodeText } from "./index-text.ts";
import { readSpeech } from "./speech.ts";
import { stemFacets } from "./stems/stems.ts";

/** The fields of a record that a search result shows. */
export type FoundWork = ReturnType<typeof foundWork> & {
  /** Who speaks in the text, in the order of the numbers that its cues have. Rows of release 0.1.0 have none. */
  readonly speakers?: readonly string[] | undefined;
  /** The PDFs whose texts it has, in the order of their numbers (body.ts). An attachment has a name. */
  readonly pdfs?: readonly FoundPdf[] | undefined;
};

export interface FoundPdf extends Pick<SearchedPdf, "name"> {
  readonly path: string;
}

/** A row of the search index: a work in one language. */
export interface SearchRow {
  readonly facets: string;
  readonly name: string;
  readonly description: string;
  /** Keywords in all languages, and the names of people who are public. */
  readonly also: string;
  readonly body: string;
  readonly language: string;
  readonly datePublished: string;
  readonly item: FoundWork;
}

/** The maximum number of languages of a work in the index: row numbers are reserved for them. Our choice. */
export const maxLanguages = 64;

/**
 * The size of a row in bytes: below the 2,000,000 bytes that D1 accepts in a row or a value. The rest of a longer
 * text isn't searched.
 */
const maxRowSize = 1_950_000;

/** The rows of a work: one for each of its languages, the original first. None unless it is published. */
export function searchRows(record: LibraryItem, texts: readonly SearchedText[]): SearchRow[] {
  if (record.kind === "Library" || statusOf(record) !== "published") return [];
  const item = foundWork(record);
  const languages = new Set([
    record.inLanguage,
    ...texts.map((text) => text.language),
    ...Object.keys(record.name),
    ...Object.keys(record.description ?? {}),
  ]);
  const also = encodeText(keywordsAndNames(record));
  const rowLanguages = [...languages].slice(0, maxLanguages);
  return rowLanguages.map((language, index): SearchRow => {
    const isVariety = rowLanguages
      .slice(0, index)
      .some((earlier) => languageFacet(earlier) === languageFacet(language));
    const own = texts.filter((text) => text.language === language);
    const spoken = own.find(({ format }) => format === "cues");
    const speech = spoken && readSpeech(spoken, speakersIn(record, language));
    const speakers = speech?.speakers ?? [];
    const words = distinctWords(
      [
        textInLanguage(record.name, language),
        textInLanguage(record.description, language),
        keywordsAndNames(record),
        ...own.map(plainText),
      ].join("\n"),
    );
    const row = {
      facets: `${facetTerms(record, language, speakers)}${isVariety ? ` ${varietyFacet}` : ""}${exactFacets(words)}${stemFacets(words, language)}`,
      name: encodeText(textInLanguage(record.name, language)),
      description: encodeText(textInLanguage(record.description, language)),
      also,
      language,
      datePublished: publishedAt(record),
      item: {
        ...item,
        ...(speakers.length > 0 && { speakers }),
        ...(own.some(({ format }) => format === "pdf") && { pdfs: pdfsIn(record, language) }),
      },
    };
    const size = () => sizeOf(JSON.stringify(row));
    return { ...row, body: own.length === 0 ? "" : encodeBody(own, speech, maxRowSize - size()) };
  });
}

function pdfsIn(record: SearchableRecord, language: string): FoundPdf[] {
  return searchedPdfs(record)
    .filter(({ inLanguage }) => inLanguage === language)
    .map(({ file, name }) => ({ path: blobPath(file), name }));
}

type SearchableRecord = Exclude<LibraryItem, { kind: "Library" }>;

/** What the manifest says about the speakers of a film's captions in a language. */
function speakersIn(record: SearchableRecord, language: string): SpeakerSetting | undefined {
  if (record.kind !== "Episode") return undefined;
  const track = spokenTracks(record).find(({ inLanguage }) => inLanguage === language);
  return track && { names: track.speakers, labels: track.speakerLabels };
}

function foundWork(record: SearchableRecord) {
  const { slug, kind, inLanguage, name, description, datePublished } = record;
  const base = { slug, kind, inLanguage, name, description, datePublished };
  const languages = languagesOf(record);
  if (record.kind !== "Episode") return { ...base, languages };
  const { duration, series, season, episode } = record;
  const isSound = record.video.length === 0 ? true : undefined;
  return { ...base, languages, duration, series, season, episode, isSound };
}

/** A text in a language, else in its base language; never in another one, which has a row of its own. */
export function textInLanguage(texts: SearchableRecord["description"], language: string): string {
  return texts?.[language] ?? texts?.[baseLanguage(language)] ?? "";
}

function keywordsAndNames(record: SearchableRecord): string {
  if (record.kind === "Series") return "";
  const { credits = [] } = publicRecord(record) as typeof record;
  const names = credits.map((credit) => credit.name);
  return normalizeText([...topicWordsOf(record), ...names].join(" · "));
}

/** Words for the filters. */
function facetTerms(
  record: SearchableRecord,
  language: string,
  speakers: readonly string[],
): string {
  const series = record.kind === "Episode" ? record.series : undefined;
  return [
    kindFacet(record.kind),
    languageFacet(language),
    slugFacet(workMark, record.slug),
    ...(series === undefined ? [] : [slugFacet(seriesMark, series)]),
    ...(record.datePublished === undefined ? [] : [yearFacet(record.datePublished)]),
    ...speakers.map(speakerFacet),
    ...(language === record.inLanguage ? [originalFacet] : []),
  ].join(" ");
}
