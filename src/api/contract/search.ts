import * as z from "zod";
import { languageTag } from "../../records/schema/fields.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Immutable } from "./immutable.ts";
import { languageParameter, seriesParameter } from "./parameters.ts";

/** How many works a page of search results shows. */
export const searchPageSize = 25;

/** What a search takes; the search page takes the same. */
export const searchParameters = z.object({
  q: z.string("q takes the words to search for").max(200, "q takes at most 200 characters"),
  kind: z
    .enum(["Episode", "Document", "Series"], "kind takes Episode, Document or Series")
    .optional(),
  in: languageParameter("in").optional(),
  series: seriesParameter.optional(),
  // Results come by rank, so a cursor can only be a count. D1's cost allows a second page (docs/search.md).
  cursor: z.literal(String(searchPageSize), "cursor takes the `next` of an answer").optional(),
});
export type SearchParameters = z.infer<typeof searchParameters>;

/** `GET /api/v1/search` */
export const apiSearchParameters = searchParameters.extend({
  /** The reader's language; without it the request's own. */
  lang: languageParameter("lang").optional(),
});

/** A short part of a work that has the words, and where to read or hear it. */
const passage = z.object({
  /** In seconds; null in a document. */
  start: z.number().nullable(),
  text: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  url: z.url(),
});

const searchResult = z.object({
  slug,
  kind: z.enum(["Series", "Episode", "Document"]),
  inLanguage: languageTag,
  name: z.string(),
  /** The language that the name is really in. */
  nameLanguage: languageTag,
  /** The language in which the words were found. */
  foundIn: languageTag,
  datePublished: z.string().nullable(),
  /** In seconds; null unless it is an episode. */
  duration: z.number().nullable(),
  series: slug.nullable(),
  languages: z.array(languageTag),
  url: z.url(),
  passages: z.array(passage),
});
export type ApiSearchResult = Immutable<z.infer<typeof searchResult>>;

export const searchAnswer = z.object({
  query: z.string(),
  items: z.array(searchResult),
  /** The next page's cursor; null on the last page. */
  next: z.string().nullable(),
  /** The query with unknown words replaced by similar ones that are in the library. */
  suggestion: z.string().nullable(),
  /** The same search as a page for people. */
  url: z.url(),
});
export type ApiSearchAnswer = Immutable<z.infer<typeof searchAnswer>>;
