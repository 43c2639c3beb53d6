import * as z from "zod";
import {
  languageParameter,
  limitParameter,
  seriesParameter,
  speakerParameter,
  workParameter,
  yearParameter,
} from "./parameters.ts";
import { readerLanguage } from "./read-parameters.ts";

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
