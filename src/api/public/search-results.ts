import type { LocalText, Neighbours } from "../../i18n/fallback.ts";
import { chooseText } from "../../i18n/fallback.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { pagePath } from "../../records/addresses.ts";
import { momentParameter } from "../../records/moment.ts";
import { normalizeName } from "../../search/facets.ts";
import { type HighlightedText, splitAtHighlights } from "../../search/highlights.ts";
import { decodeText } from "../../search/index-text.ts";
import { bestPassages } from "../../search/passages.ts";
import { wholeTerms } from "../../search/places.ts";
import { parseSearchQuery, type SearchTerm } from "../../search/query/query.ts";
import type { FoundPdf, FoundWork } from "../../search/rows.ts";
import { firstPdf } from "../../search/speech.ts";
import { matchWords } from "../../search/words.ts";
import type { Hit } from "../../storage/search/hits.ts";

/** How many passages of a work are shown. */
const maxPassages = 3;

/** A short part of a work that contains the words, with the address that opens it there. */
export interface SearchPassage {
  readonly pieces: readonly HighlightedText[];
  /** Seconds from the start; undefined for a document. */
  readonly start: number | undefined;
  /** The page of the PDF that has it; undefined unless it is in one. */
  readonly page: number | undefined;
  /** What that PDF is called, if it is attached to a film. */
  readonly fileName?: FoundPdf["name"];
  readonly path: string;
}

/** A work in a list of search results. */
export interface SearchResult {
  readonly item: FoundWork;
  /** The name of an episode's series for the reader. */
  readonly seriesName: LocalText | undefined;
  readonly path: string;
  /** The language in which the words were found. */
  readonly language: string;
  /** The title for the reader, with the words highlighted. */
  readonly name: { readonly pieces: readonly HighlightedText[]; readonly text: LocalText };
  /** The description: if it has the words, or if there is no passage to show. */
  readonly description: readonly HighlightedText[] | undefined;
  readonly descriptionLanguage: string;
  /** Keywords and people, if the words are in nothing else. */
  readonly also: readonly HighlightedText[] | undefined;
  readonly passages: readonly SearchPassage[];
}

/**
 * Turns a row of the search index into what a reader is shown.
 * @param language the interface language of the pages that it links to
 * @param query as the reader wrote it; the pages highlight its words
 * @param speaker only this person's words are shown
 */
export function toSearchResult(
  hit: Hit,
  language: string,
  neighbours: Neighbours,
  query: string,
  speaker?: string,
): SearchResult {
  const { item } = hit;
  const terms = wholeTerms(parseSearchQuery(query), [
    hit.name,
    hit.description,
    hit.also,
    ...hit.matches.map(({ before, after }) => before + after),
  ]);
  const path = pagePath(language, item);
  const chosen = chooseText(item.name, language, item.inLanguage, neighbours) ?? {
    value: item.slug,
    language: item.inLanguage,
    fellBack: false,
  };
  const title = findHits(hit.name, hit, terms);
  // A title that has the words is shown even if it isn't in the reader's language.
  const name =
    title.hits.length > 0 ? { ...chosen, ...foundText(title.text, hit, language) } : chosen;
  const about = findHits(hit.description, hit, terms);
  const shown = chooseText(item.description, language, item.inLanguage, neighbours);
  const also = findHits(hit.also, hit, terms);
  const passages = findPassages(hit, path, query, terms, speaker);
  const isFoundElsewhere = passages.length > 0 || title.hits.length > 0 || about.hits.length > 0;
  const withHits = about.hits.length > 0;
  return {
    item,
    seriesName:
      hit.series && chooseText(hit.series.name, language, hit.series.inLanguage, neighbours),
    path,
    language: hit.language,
    name: {
      text: name,
      pieces:
        title.hits.length > 0
          ? splitAtHighlights(title.text, title.hits)
          : splitAtHighlights(name.value, []),
    },
    description: withHits
      ? splitAtHighlights(about.text, about.hits)
      : passages.length === 0 && shown !== undefined
        ? splitAtHighlights(shown.value, [])
        : undefined,
    descriptionLanguage: withHits ? hit.language : (shown?.language ?? hit.language),
    also: isFoundElsewhere ? undefined : splitAtHighlights(also.text, also.hits),
    passages,
  };
}

function foundText(value: string, { language }: Hit, reader: string): LocalText {
  return { value, language, fellBack: baseLanguage(language) !== baseLanguage(reader) };
}

/** A stored text as it is shown, and where it has the terms. */
function findHits(stored: string, { isByStem, language }: Hit, terms: readonly SearchTerm[]) {
  const { text, words } = decodeText(stored);
  return { text, hits: matchWords(words, terms, isByStem ? language : undefined) };
}

function findPassages(
  { item, matches, isByStem, language }: Hit,
  path: string,
  query: string,
  terms: readonly SearchTerm[],
  speaker: string | undefined,
): SearchPassage[] {
  const number =
    speaker === undefined
      ? undefined
      : 1 +
        (item.speakers ?? []).findIndex((name) => normalizeName(name) === normalizeName(speaker));
  const stemmed = isByStem ? language : undefined;
  const best = bestPassages(matches, maxPassages, terms, stemmed, number);
  return best.map(({ pieces, time, speaker: said = 0 }) => {
    const pdf = item.pdfs?.[said - firstPdf];
    if (pdf !== undefined) {
      const path = `${pdf.path}#page=${time}`;
      return { pieces, start: undefined, page: time, fileName: pdf.name, path };
    }
    const [start, page] = [time, undefined];
    const q = `q=${encodeURIComponent(query)}`;
    if (start !== undefined) {
      return { pieces, start, page, path: `${path}?t=${momentParameter(start)}&${q}` };
    }
    // A document has no times, so the browser finds and marks the words (URL fragment text directive).
    return { pieces, start, page, path: `${path}?${q}#:~:text=${textDirective(pieces)}` };
  });
}

/**
 * The first hit and the word before it as a text directive, because the same word may occur elsewhere too.
 * Only one word, because a browser doesn't match across paragraphs. If the pair isn't found, the hit alone is.
 */
function textDirective(pieces: readonly HighlightedText[]): string {
  const place = pieces.findIndex((piece) => piece.hit);
  const textAt = (index: number) => pieces[index]?.text ?? "";
  const hit = directiveText(textAt(place));
  const [before = "…"] = textAt(place - 1).match(/\S+(?=\s*$)/) ?? [];
  return before === "…" ? hit : `${directiveText(before)}-,${hit}&text=${hit}`;
}

/** Escapes a part of a directive, in which `,` and `-` are separators. */
const directiveText = (text: string) => encodeURIComponent(text).replaceAll("-", "%2D");
