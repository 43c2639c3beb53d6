import * as z from "zod";
import {
  cursorParameter,
  defaultLimit,
  languageParameter,
  limitParameter,
  maxLimit,
  seriesCursorParameter,
  seriesParameter,
} from "./parameters.ts";

/**
 * What the read API takes. What it answers is in other files: the Worker parses the first and has only types of the
 * second, so that its bundle leaves those files out.
 */

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

/** `GET /api/v1/works/{slug}` */
export const workParameters = z.object({ lang: readerLanguage.optional() });

/** `GET /api/v1/series` */
export const seriesListParameters = z.object({
  lang: readerLanguage.optional(),
  cursor: cursorParameter.optional(),
  limit: limitParameter(maxLimit, defaultLimit).optional(),
});

/** `GET /api/v1/series/{slug}` */
export const seriesParameters = z.object({
  lang: readerLanguage.optional(),
  cursor: seriesCursorParameter.optional(),
  limit: limitParameter(maxLimit, defaultLimit).optional(),
});

/** `GET /api/v1/languages` */
export const languagesParameters = z.object({ lang: readerLanguage.optional() });
