import { iiifPath, type QueryParameters, queryString } from "../../records/addresses.ts";
import { characterStart } from "../../search/body.ts";
import { normalizeWord } from "../../search/fold.ts";
import type { Range } from "../../search/highlights.ts";
import { findMarks } from "../../search/marks.ts";
import type { SearchTerm } from "../../search/query/query.ts";
import { type IiifResource, searchContext } from "./json.ts";
import { canvasId } from "./source.ts";

/** A cue's words; times are in seconds. */
export interface SearchedSegment {
  readonly startTime: number;
  readonly endTime: number;
  readonly text: string;
}

/** A film's words in one language. */
export interface SearchedText {
  readonly language: string;
  readonly segments: readonly SearchedSegment[];
}

export interface ContentSearchSource {
  readonly slug: string;
  readonly texts: readonly SearchedText[];
  readonly terms: readonly SearchTerm[];
  /** The address's query. */
  readonly query: QueryParameters;
  readonly origin: string;
}

/** How many annotations an answer has at most: more than a person looks through. Our choice. */
const maxAnnotations = 500;

/** How much text stands before and after a hit, in UTF-16 code units. Our choice. */
const contextLength = 60;

/** The parameters of the specification that a transcript has no answer to: it names them as ignored (2.2.1). */
const ignoredParameters = ["motivation", "date", "user"];

interface Hit {
  readonly segment: SearchedSegment;
  /** Its index in the text: two people may begin to speak at one time. */
  readonly place: number;
  readonly language: string;
  readonly ranges: readonly Range[];
}

/**
 * Finds words in a film's transcripts, for the IIIF Content Search API 2.0: an annotation for each cue, whose target
 * is its time on the film's canvas, and for each word found its surrounding text.
 */
export function contentSearch(source: ContentSearchSource): IiifResource {
  const { slug, texts, terms, query, origin } = source;
  const found = texts.flatMap((text) => hitsIn(text, terms)).slice(0, maxAnnotations);
  const base = origin + iiifPath(slug, "search");
  const canvas = canvasId({ origin, slug });
  const idOf = ({ language, place }: Hit) => `${base}/${language}/${place}`;
  const annotations = found.map((hit) => ({
    id: idOf(hit),
    type: "Annotation",
    motivation: "supplementing",
    body: {
      type: "TextualBody",
      value: hit.segment.text,
      format: "text/plain",
      language: hit.language,
    },
    target: `${canvas}#t=${hit.segment.startTime},${hit.segment.endTime}`,
  }));
  const contexts = found.flatMap((hit) =>
    hit.ranges.map(([start, end], index) => ({
      id: `${idOf(hit)}/${index + 1}`,
      type: "Annotation",
      motivation: "highlighting",
      target: {
        type: "SpecificResource",
        source: idOf(hit),
        selector: [
          {
            type: "TextQuoteSelector",
            ...quotation(hit.segment.text, start, end),
          },
        ],
      },
    })),
  );
  const ignored = ignoredParameters.filter((name) => query[name] !== undefined);
  return {
    "@context": searchContext,
    id: base + queryString(query),
    type: "AnnotationPage",
    ignored: ignored.length === 0 ? undefined : ignored,
    items: annotations,
    annotations:
      contexts.length === 0
        ? undefined
        : [{ id: `${base}/contexts`, type: "AnnotationPage", items: contexts }],
  };
}

/** A word with what stands before and after it, without halves of characters. */
function quotation(text: string, start: number, end: number) {
  const from = characterStart(text, Math.max(0, start - contextLength));
  const to = characterStart(text, Math.min(text.length, end + contextLength));
  return {
    prefix: text.slice(from, start),
    exact: text.slice(start, end),
    suffix: text.slice(end, to),
  };
}

/** The cues in which most words of the query begin. A phrase may continue in the next cue. */
function hitsIn({ language, segments }: SearchedText, terms: readonly SearchTerm[]): Hit[] {
  const starts: number[] = [];
  let text = "";
  for (const segment of segments) {
    starts.push(text.length);
    text += `${segment.text} `;
  }
  const bySegment = new Map<number, Range[]>();
  let index = 0;
  for (const [start, end] of findMarks(text, { terms })) {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= start) index += 1;
    const offset = starts[index] ?? 0;
    const length = segments[index]?.text.length ?? 0;
    const ranges = bySegment.get(index) ?? [];
    ranges.push([start - offset, Math.min(end - offset, length)]);
    bySegment.set(index, ranges);
  }
  const hits = [...bySegment].flatMap(([place, ranges]) => {
    const segment = segments[place];
    if (segment === undefined) return [];
    const words = new Set(ranges.map(([from, to]) => normalizeWord(segment.text.slice(from, to))));
    return [{ segment, place, language, ranges, words: words.size }];
  });
  const most = hits.reduce((highest, { words }) => Math.max(highest, words), 0);
  return hits.filter(({ words }) => words === most);
}
