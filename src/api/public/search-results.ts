import type { LocalText, Neighbours } from "../../i18n/fallback.ts";
import { chooseText } from "../../i18n/fallback.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { readPath, seriesPath, watchPath } from "../../records/addresses.ts";
import { momentParameter } from "../../records/moment.ts";
import {
  bestPassages,
  type HighlightedText,
  readHighlighted,
  splitAtHighlights,
  timeAt,
} from "../../search/passages.ts";
import { type FoundWork, textInLanguage } from "../../search/rows.ts";
import { type Hit, hitEnd, hitStart } from "../../storage/search/search.ts";

/** How many moments of a work are shown. */
const mostPassages = 3;

/** A few words of a work about what was asked for, with the address that leads to them. */
export interface SearchPassage {
  readonly pieces: readonly HighlightedText[];
  /** Seconds from the start; undefined for a document. */
  readonly start: number | undefined;
  readonly path: string;
}

/** A work in the list of what was found. */
export interface SearchResult {
  readonly item: FoundWork;
  readonly path: string;
  /** The language that it says it in. */
  readonly language: string;
  /** The title for the reader, with what was asked for in it. */
  readonly name: { readonly pieces: readonly HighlightedText[]; readonly text: LocalText };
  /** What it says about itself: with what was asked for in it, or where no passage has it. */
  readonly description: readonly HighlightedText[] | undefined;
  readonly descriptionLanguage: string;
  /** Keywords and people, where nothing else says it. */
  readonly also: readonly HighlightedText[] | undefined;
  readonly passages: readonly SearchPassage[];
}

/**
 * What a reader is shown of a hit.
 * @param language the interface language of the pages that it leads to
 * @param query as the reader wrote it: the pages mark its words
 */
export function toSearchResult(
  hit: Hit,
  language: string,
  neighbours: Neighbours,
  query: string,
): SearchResult {
  const { item } = hit;
  const path = pathOf(item, language);
  const chosen = chooseText(item.name, language, item.inLanguage, neighbours) ?? {
    value: item.slug,
    language: item.inLanguage,
    fellBack: false,
  };
  const named = marked(hit.name, textInLanguage(item.name, hit.language));
  // A title that has the words is shown, though it may not be in the reader's language.
  const name =
    named.hits.length > 0 ? { ...chosen, ...foundText(named.text, hit, language) } : chosen;
  const about = marked(hit.description, textInLanguage(item.description, hit.language));
  const shown = chooseText(item.description, language, item.inLanguage, neighbours);
  const also = marked(hit.also, hit.source.also);
  const passages = passagesOf(hit, path, query);
  const isSaid = passages.length > 0 || named.hits.length > 0 || about.hits.length > 0;
  const withHits = about.hits.length > 0;
  return {
    item,
    path,
    language: hit.language,
    name: {
      text: name,
      pieces:
        named.hits.length > 0
          ? splitAtHighlights(named.text, named.hits)
          : splitAtHighlights(name.value, []),
    },
    description: withHits
      ? splitAtHighlights(about.text, about.hits)
      : passages.length === 0 && shown !== undefined
        ? splitAtHighlights(shown.value, [])
        : undefined,
    descriptionLanguage: withHits ? hit.language : (shown?.language ?? hit.language),
    also: isSaid ? undefined : splitAtHighlights(also.text, also.hits),
    passages,
  };
}

function foundText(value: string, { language }: Hit, reader: string): LocalText {
  return { value, language, fellBack: baseLanguage(language) !== baseLanguage(reader) };
}

/** A folded text's hits in the text as people wrote it: both have the same length. */
function marked(highlighted: string, source: string | undefined) {
  const { text, hits } = readHighlighted(highlighted, [hitStart, hitEnd]);
  return { text: source?.normalize("NFC") ?? text, hits };
}

function passagesOf({ body, source }: Hit, path: string, query: string): SearchPassage[] {
  const { text, hits } = marked(body, source.text);
  return bestPassages(text, hits, mostPassages).map(({ pieces, place }) => {
    const start = timeAt(source.moments, place);
    const q = `q=${encodeURIComponent(query)}`;
    if (start !== undefined) {
      return { pieces, start, path: `${path}?t=${momentParameter(start)}&${q}` };
    }
    // A document has no moments: the browser itself finds and marks the words (URL fragment text directive).
    return { pieces, start, path: `${path}?${q}#:~:text=${textDirective(pieces)}` };
  });
}

/**
 * The first hit with the word before it as a text directive, since the same word may stand elsewhere, too.
 * One word: the text of two paragraphs isn't one text to a browser. Should it not fit, the hit alone will.
 */
function textDirective(pieces: readonly HighlightedText[]): string {
  const place = pieces.findIndex((piece) => piece.hit);
  const textAt = (index: number) => pieces[index]?.text ?? "";
  const hit = directiveText(textAt(place));
  const [before = "…"] = textAt(place - 1).match(/\S+(?=\s*$)/) ?? [];
  return before === "…" ? hit : `${directiveText(before)}-,${hit}&text=${hit}`;
}

/** A directive's parts are told apart by `,` and `-`, which have to be written otherwise in them. */
const directiveText = (text: string) => encodeURIComponent(text).replaceAll("-", "%2D");

function pathOf({ kind, slug }: FoundWork, language: string): string {
  if (kind === "Series") return seriesPath(language, slug);
  return kind === "Episode" ? watchPath(language, slug) : readPath(language, slug);
}
