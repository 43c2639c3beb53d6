import { parseCueRows } from "../captions/cue-rows.ts";
import { joinLines, separatorBetween } from "../captions/join-lines.ts";
import { plainText } from "../captions/webvtt/plain-text.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { plainTextOfMarkdown } from "../markdown/plain-text.ts";
import { publicRecord } from "../records/public-record.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { languagesOf } from "../records/tracks.ts";
import type { WorkText } from "../records/views.ts";
import { publishedAt, statusOf } from "../records/visibility.ts";
import { fold, graphemeSeparator } from "./fold.ts";

/** The fields of a record that a search result shows. */
export type FoundWork = ReturnType<typeof foundWork>;

/** The unfolded texts of a row: the index stores their folded forms. */
export interface BodySource {
  /** The body as it is shown; absent if it is the folded form without separators. */
  readonly text?: string;
  /** Keywords and names as they are shown; absent likewise. */
  readonly also?: string;
  /** The start of each cue: [offset in the body, seconds], in order. Empty for a document. */
  readonly moments: readonly (readonly [number, number])[];
}

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
  readonly source: BodySource;
}

/** The maximum number of languages of a work in the index: row numbers are reserved for them. Our choice. */
export const maxLanguages = 64;

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
  const keywordText = keywordsAndNames(record);
  const also = fold(keywordText);
  return [...languages].slice(0, maxLanguages).map((language): SearchRow => {
    const { body, source } = bodyOf(texts.find((text) => text.language === language));
    return {
      facets: facetTerms(record, language),
      name: fold(textInLanguage(record.name, language)),
      description: fold(textInLanguage(record.description, language)),
      also,
      body,
      language,
      datePublished: publishedAt(record),
      item,
      source: also === keywordText ? source : { ...source, also: keywordText },
    };
  });
}

type SearchableRecord = Exclude<LibraryItem, { kind: "Library" }>;

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
  const facets = [kindFacet(record.kind), languageFacet(language)];
  return [...facets, ...(series === undefined ? [] : [seriesFacet(series)])].join(" ");
}

export const kindFacet = (kind: string) => `k${kind.toLowerCase()}`;
export const languageFacet = (language: string) => `l${baseLanguage(language).toLowerCase()}`;
/** A slug as one word for the tokenizer: þ replaces the hyphens. */
export const seriesFacet = (slug: string) => `s${slug.replaceAll("-", "þ")}`;

function bodyOf(text: WorkText | undefined): { body: string; source: BodySource } {
  if (text === undefined) return { body: "", source: { moments: [] } };
  const moments: [number, number][] = [];
  let bodyText = "";
  if (text.format === "markdown") {
    bodyText = plainTextOfMarkdown(text.body).normalize("NFC");
  } else {
    const cues = parseCueRows(text.body);
    let last = "";
    for (const [start, , cueText] of cues.sort(([a], [b]) => a - b)) {
      const line = joinLines(plainText(cueText)).normalize("NFC");
      if (line === "") continue;
      bodyText += separatorBetween(last, line);
      moments.push([bodyText.length, start]);
      bodyText += line;
      last = line;
    }
  }
  const body = fold(bodyText);
  const isSame = body.replaceAll(graphemeSeparator, "") === bodyText;
  return { body, source: isSame ? { moments } : { text: bodyText, moments } };
}
