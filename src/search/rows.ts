import type { SpeakerSetting } from "../captions/spoken/habit.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { publicRecord } from "../records/public-record.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { languagesOf, spokenTracks } from "../records/tracks.ts";
import type { WorkText } from "../records/views.ts";
import { publishedAt, statusOf } from "../records/visibility.ts";
import { encodeBody, plainText, sizeOf } from "./body.ts";
import { exactFacets } from "./exact.ts";
import { encodeText } from "./index-text.ts";
import { stemFacets } from "./stems.ts";

/** The fields of a record that a search result shows. */
export type FoundWork = ReturnType<typeof foundWork>;

/** A row of the search index: a work in one language. */
export interface SearchRow {
  readonly facets: string;
  readonly name: string;
  readonly description: string;
  /** Keywords, and the names of people who are public. */
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
export function searchRows(record: LibraryItem, texts: readonly WorkText[]): SearchRow[] {
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
    const text = texts.find((one) => one.language === language);
    const spelled = [
      textInLanguage(record.name, language),
      textInLanguage(record.description, language),
      keywordsAndNames(record),
      plainText(text),
    ].join("\n");
    const row = {
      facets: `${facetTerms(record, language)}${isVariety ? ` ${varietyFacet}` : ""}${exactFacets(spelled)}${stemFacets(spelled, language)}`,
      name: encodeText(textInLanguage(record.name, language)),
      description: encodeText(textInLanguage(record.description, language)),
      also,
      language,
      datePublished: publishedAt(record),
      item,
    };
    return {
      ...row,
      body: encodeBody(
        text,
        maxRowSize - sizeOf(JSON.stringify(row)),
        speakersIn(record, language),
      ),
    };
  });
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
  return { ...base, languages, duration, series, season, episode };
}

/** A text in a language, else in its base language; never in another one, which has a row of its own. */
export function textInLanguage(texts: SearchableRecord["description"], language: string): string {
  return texts?.[language] ?? texts?.[baseLanguage(language)] ?? "";
}

function keywordsAndNames(record: SearchableRecord): string {
  if (record.kind === "Series") return "";
  const { keywords = [], credits = [] } = publicRecord(record) as typeof record;
  return [...keywords, ...credits.map((credit) => credit.name)].join(" · ").normalize("NFC");
}

/** Words for the filters. Readers can't search for them: queries search the other columns. */
function facetTerms(record: SearchableRecord, language: string): string {
  const series = record.kind === "Episode" ? record.series : undefined;
  return [
    kindFacet(record.kind),
    languageFacet(language),
    ...(series === undefined ? [] : [seriesFacet(series)]),
    ...(language === record.inLanguage ? [originalFacet] : []),
  ].join(" ");
}

export const kindFacet = (kind: string) => `k${kind.toLowerCase()}`;
export const languageFacet = (language: string) => `l${baseLanguage(language).toLowerCase()}`;
/** A row in the language that the work was made in. */
export const originalFacet = "original";
/** A row of a work that has another row before it in a variety of the same language. */
export const varietyFacet = "variety";
/** A slug as one word for the tokenizer: þ replaces the hyphens. */
export const seriesFacet = (slug: string) => `s${slug.replaceAll("-", "þ")}`;
