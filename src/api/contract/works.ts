import * as z from "zod";
import { languageTag } from "../../records/schema/fields.ts";
import { documentRecord, episodeRecord, seriesRecord } from "../../records/schema/record.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Immutable } from "./immutable.ts";
import { cursorParameter, languageParameter, seriesParameter } from "./parameters.ts";

/** The read API's lists and works. */

/** What narrows a list of works; the library page takes the same. */
export const listFilters = z.object({
  kind: z.enum(["Episode", "Document"], "kind takes Episode or Document").optional(),
  in: languageParameter("in").optional(),
  topic: z.string().trim().min(1).max(200, "topic takes at most 200 characters").optional(),
  series: seriesParameter.optional(),
  cursor: cursorParameter.optional(),
});
export type ListParameters = z.infer<typeof listFilters>;

/** `GET /api/v1/works` */
export const worksParameters = z.object({
  /** The reader's language, in which names and descriptions come if there are any in it. */
  lang: languageParameter("lang").optional(),
  ...listFilters.shape,
});

/** A work in a list, with its name in the requested language or the nearest to it. */
const workSummary = z.object({
  slug,
  kind: z.enum(["Episode", "Document"]),
  inLanguage: languageTag,
  name: z.string(),
  /** The language that the name is really in. */
  nameLanguage: languageTag.nullable(),
  description: z.string().nullable(),
  datePublished: z.string().nullable(),
  /** In seconds; null for a document. */
  duration: z.number().nullable(),
  series: slug.nullable(),
  episode: z.int().nullable(),
  languages: z.array(languageTag),
  url: z.url(),
});
export type WorkSummary = Immutable<z.infer<typeof workSummary>>;

export const workList = z.object({
  items: z.array(workSummary),
  /** The next page's cursor; null on the last page. */
  next: z.string().nullable(),
});
export type WorkList = Immutable<z.infer<typeof workList>>;

const url = { url: z.url() };
const languages = { languages: z.array(languageTag) };

/** `GET /api/v1/works/{slug}`: the whole public record. */
export const publicWork = z.discriminatedUnion("kind", [
  seriesRecord.extend(url),
  episodeRecord.extend({ ...languages, ...url }),
  documentRecord.extend({ ...languages, ...url }),
]);
export type PublicWork = Immutable<z.infer<typeof publicWork>>;

/** `GET /healthz` */
export const health = z.object({
  status: z.literal("ok"),
  /** `empty` until `library.yaml` is published. */
  library: z.enum(["empty", "published"]),
});
export type Health = Immutable<z.infer<typeof health>>;
