import * as z from "zod";
import { languageTag } from "../../records/schema/fields.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Immutable } from "./immutable.ts";
import {
  languageParameter,
  limitParameter,
  seriesParameter,
  speakerParameter,
  workParameter,
  yearParameter,
} from "./parameters.ts";
import { nextPage, readerLanguage } from "./works.ts";

/** How many works a page of search results shows, at most. */
export const searchPageSize = 25;

/** How many results a search has on all pages: D1's cost allows no more (docs/search.md). */
export const maxSearchResults = 2 * searchPageSize;

const wrongCursor = "cursor takes the `next` of an answer";

/** What a search takes; the search page takes the same. */
export const searchParameters = z.object({
  q: z
    .string("q takes the words to search for")
    .max(200, "q takes at most 200 characters")
    .describe("Words, and “phrases” in quotation marks.")
    .meta({ examples: ["detention"] }),
  kind: z
    .enum(["Episode", "Document", "Series"], "kind takes Episode, Document or Series")
    .describe("Only results of this kind.")
    .optional(),
  in: languageParameter("in").describe("Only texts in this language.").optional(),
  series: seriesParameter.optional(),
  work: workParameter.optional(),
  speaker: speakerParameter.optional(),
  year: yearParameter.optional(),
  // Results come by rank, so a cursor can only be a count.
  cursor: z.literal(String(searchPageSize), wrongCursor).optional(),
});
export type SearchParameters = z.infer<typeof searchParameters>;

/** The filters of a search, as its address has them. */
export function filtersOf({ kind, in: inLanguage, series, work, speaker, year }: SearchParameters) {
  return { kind, in: inLanguage, series, work, speaker, year };
}

/** `GET /api/v1/search` */
export const apiSearchParameters = searchParameters
  .extend({
    lang: readerLanguage.optional(),
    limit: limitParameter(searchPageSize, searchPageSize).optional(),
    cursor: z
      .string()
      .describe(
        "Where the page begins: the `next` of the answer before, with the same `limit`. Don't interpret it.",
      )
      .optional(),
  })
  .superRefine(({ cursor, limit = searchPageSize }, context) => {
    if (cursor === undefined) return;
    const count = Number(cursor);
    const isNext = /^[1-9]\d?$/.test(cursor) && count < maxSearchResults && count % limit === 0;
    if (!isNext) context.addIssue({ code: "custom", message: wrongCursor });
  });

/** A short part of a work that has the words, and where to read or hear it. */
const passage = z.object({
  start: z.number().nullable().describe("In seconds; null in a document."),
  page: z.int().nullable().describe("The page of the PDF that has it; null if it is in no PDF."),
  text: z
    .array(z.object({ text: z.string(), hit: z.boolean() }))
    .describe("The passage in pieces; `hit` marks those that were searched for."),
  url: z.url().describe("The page for people, or the PDF, at this passage."),
});

export const searchResult = z.object({
  slug,
  kind: z.enum(["Series", "Episode", "Document"]),
  inLanguage: languageTag,
  name: z.string(),
  nameLanguage: languageTag.describe("The language that the name is really in."),
  foundIn: languageTag.describe("The language in which the words were found."),
  datePublished: z.string().nullable(),
  duration: z.number().nullable().describe("In seconds; null unless it is an episode."),
  series: slug.nullable(),
  languages: z.array(languageTag),
  url: z.url().describe("Its page for people."),
  details: z.url().describe("Its whole record in this API."),
  passages: z.array(passage),
});
export type ApiSearchResult = Immutable<z.infer<typeof searchResult>>;

export const searchAnswer = z.object({
  query: z.string(),
  items: z.array(searchResult),
  next: nextPage,
  partial: z
    .boolean()
    .describe("Whether no text has all of the words: the items have some of them, the best first."),
  suggestion: z
    .string()
    .nullable()
    .describe("The query with unknown words replaced by similar ones that are in the library."),
  url: z.url().describe("The same search as a page for people."),
});
export type ApiSearchAnswer = Immutable<z.infer<typeof searchAnswer>>;
