import * as z from "zod";
import { languageTag } from "../../records/schema/fields.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Immutable } from "./immutable.ts";
import {
  cursorParameter,
  defaultLimit,
  languageParameter,
  limitParameter,
  maxLimit,
  seriesParameter,
} from "./parameters.ts";

/** The read API's list of works. */

/** What narrows a list of works; the library page takes the same. */
export const listFilters = z.object({
  kind: z
    .enum(["Episode", "Document"], "kind takes Episode or Document")
    .describe("Only works of this kind.")
    .optional(),
  in: languageParameter("in")
    .describe("Only works that can be followed in this language or a variety of it.")
    .optional(),
  topic: z
    .string()
    .trim()
    .min(1, "topic takes a keyword")
    .max(200, "topic takes at most 200 characters")
    .describe("Only works with this keyword, in any of its languages and any capitalization.")
    .meta({ examples: ["detention"] })
    .optional(),
  series: seriesParameter.optional(),
  cursor: cursorParameter.optional(),
});
export type ListParameters = z.infer<typeof listFilters>;

/** The reader's language, as most addresses of the read API take it. */
export const readerLanguage = languageParameter("lang").describe(
  "The reader's language: names, descriptions and the addresses of pages come in it, or in the nearest that there is.",
);

/** `GET /api/v1/works` */
export const worksParameters = z.object({
  lang: readerLanguage.optional(),
  ...listFilters.shape,
  limit: limitParameter(maxLimit, defaultLimit).optional(),
});

/** What a series or a work has in a list. */
export const summaryFields = {
  slug,
  inLanguage: languageTag.describe("The language of the original."),
  name: z.string().describe("In the requested language, or in the nearest that there is."),
  nameLanguage: languageTag.nullable().describe("The language that the name is really in."),
  description: z.string().nullable(),
  descriptionLanguage: languageTag.nullable(),
  datePublished: z
    .string()
    .nullable()
    .describe("A day, or a time with its offset; null if it isn't known."),
  url: z.url().describe("Its page for people."),
  details: z.url().describe("Its whole record in this API."),
};

/** The picture of an episode, as a list shows it. */
const posterSummary = z.object({
  url: z.url(),
  alt: z.string().nullable(),
  width: z.int(),
  height: z.int(),
});

/** A work in a list. */
export const workSummary = z.object({
  ...summaryFields,
  kind: z.enum(["Episode", "Document"]),
  duration: z.number().nullable().describe("In seconds; null for a document."),
  poster: posterSummary.nullable(),
  series: slug.nullable(),
  season: z.int().nullable(),
  episode: z.int().nullable(),
  keywords: z.array(z.string()),
  languages: z.array(languageTag).describe("The languages that it can be followed in."),
});
export type WorkSummary = Immutable<z.infer<typeof workSummary>>;

/** The member of every list that leads to its next page. */
export const nextPage = z
  .string()
  .nullable()
  .describe("What to send as `cursor` for the next page; null on the last page.");

export const workList = z.object({ items: z.array(workSummary), next: nextPage });
export type WorkList = Immutable<z.infer<typeof workList>>;

/** `GET /healthz` */
export const health = z.object({
  status: z.literal("ok"),
  library: z
    .enum(["empty", "published"])
    .describe("`empty` until the library's settings are published."),
});
export type Health = Immutable<z.infer<typeof health>>;
