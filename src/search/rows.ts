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

/** What a list of hits shows of a work: its record without files and chapters. */
export type FoundWork = ReturnType<typeof foundWork>;

/** What a body is shown from: the index keeps its folded form. */
export interface BodySource {
  /** The body as it is shown; absent where that is the folded form without its joints. */
  readonly text?: string;
  /** Keywords and names likewise. */
  readonly also?: string;
  /** Where each cue begins: [place in the body, seconds], in order. None for a document. */
  readonly moments: readonly (readonly [number, number])[];
}

/** A row of the index: a work in one language. */
export interface SearchRow {
  readonly facets: string;
  readonly name: string;
  readonly description: string;
  /** Keywords, and the people who are public. */
  readonly also: string;
  readonly body: string;
  readonly language: string;
  readonly datePublished: string;
  readonly item: FoundWork;
  readonly source: BodySource;
}

/** How many languages of a work are found: each has its place among the index's row numbers. */
export const maxLanguages = 64;

/** The rows of a work: one for each language it has words in, the original first. None unless it is published. */
export function searchRows(record: LibraryItem, texts: readonly WorkText[]): SearchRow[] {
  if (record.kind === "Library" || statusOf(record) !== "published") return [];
  const item = foundWork(record);
  const languages = new Set([
    record.inLanguage,
    ...texts.map((text) => text.language),
    ...Object.keys(record.name),
    ...Object.keys(record.description ?? {}),
  ]);
  const named = namedBeside(record);
  const also = fold(named);
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
      source: also === named ? source : { ...source, also: named },
    };
  });
}

type Findable = Exclude<LibraryItem, { kind: "Library" }>;

function foundWork(record: Findable) {
  const { slug, kind, inLanguage, name, description, datePublished } = record;
  const base = { slug, kind, inLanguage, name, description, datePublished };
  const languages = languagesOf(record);
  if (record.kind !== "Episode") return { ...base, languages };
  const { duration, series, season, episode } = record;
  return { ...base, languages, duration, series, season, episode };
}

/** A text in a language, else in its base; never in another language, which has a row of its own. */
export function textInLanguage(texts: Findable["description"], language: string): string {
  return texts?.[language] ?? texts?.[baseLanguage(language)] ?? "";
}

function namedBeside(record: Findable): string {
  if (record.kind === "Series") return "";
  const { keywords = [], credits = [] } = publicRecord(record) as typeof record;
  return [...keywords, ...credits.map((credit) => credit.name)].join(" · ").normalize("NFC");
}

/** Words that no reader can look for: queries look in the other columns. */
function facetTerms(record: Findable, language: string): string {
  const series = record.kind === "Episode" ? record.series : undefined;
  const facets = [kindFacet(record.kind), languageFacet(language)];
  return [...facets, ...(series === undefined ? [] : [seriesFacet(series)])].join(" ");
}

export const kindFacet = (kind: string) => `k${kind.toLowerCase()}`;
export const languageFacet = (language: string) => `l${baseLanguage(language).toLowerCase()}`;
/** A slug as one word: þ stands for what would part it. */
export const seriesFacet = (slug: string) => `s${slug.replaceAll("-", "þ")}`;

function bodyOf(text: WorkText | undefined): { body: string; source: BodySource } {
  if (text === undefined) return { body: "", source: { moments: [] } };
  const moments: [number, number][] = [];
  let shown = "";
  if (text.format === "markdown") {
    shown = plainTextOfMarkdown(text.body).normalize("NFC");
  } else {
    const cues = parseCueRows(text.body);
    let last = "";
    for (const [start, , cueText] of cues.sort(([a], [b]) => a - b)) {
      const line = joinLines(plainText(cueText)).normalize("NFC");
      if (line === "") continue;
      shown += separatorBetween(last, line);
      moments.push([shown.length, start]);
      shown += line;
      last = line;
    }
  }
  const body = fold(shown);
  const isSame = body.replaceAll(graphemeSeparator, "") === shown;
  return { body, source: isSame ? { moments } : { text: shown, moments } };
}
