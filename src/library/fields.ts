import { z } from "zod";
import { isLanguageTag } from "../languages/tag.ts";

/** The fields that a manifest and a record share; what each means is told to an editor by its description. */

export const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/, "write 1 to 80 of a–z, 0–9 and -")
  .describe("The work's name in addresses: a–z, 0–9 and -. It never changes and is never reused.");

export const languageTag = z
  .string()
  .refine(isLanguageTag, "is no language tag (BCP 47): write for example en, es, vi or es-MX")
  .describe("A language as a BCP 47 tag: en, es, vi, es-MX.");

/** A text in any number of languages. */
export const texts = z
  .record(languageTag, z.string().trim().min(1, "write a text, or leave the language out"))
  .refine((value) => Object.keys(value).length > 0, "write the text in at least one language")
  .describe("The text in each language: { en: …, es: …, vi: … }.");

export const date = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: "write a date as 2026-11-01, or with a time as 2026-11-01T09:00:00-07:00",
  })
  .describe("The day it is published; one in the future means that it appears by itself then.");

export const webAddress = z.url({ protocol: /^https?$/, error: "write an address: https://…" });

export const status = z
  .enum(["draft", "published"])
  .describe("draft is seen by staff only; published by everyone.");

const credit = z.strictObject({
  name: z.string().min(1),
  role: z.string().min(1).describe("What they did: creator, narrator, translator, participant …"),
  public: z
    .boolean()
    .optional()
    .describe("false: the name is kept for staff and never leaves with anything published."),
});

/** What every work and series has. */
export const workFields = {
  slug,
  inLanguage: languageTag.describe("The language of the original."),
  status,
  datePublished: date.optional(),
  name: texts.describe(
    "The title in each language. One that the publisher didn't give stands [in brackets].",
  ),
  description: texts.optional().describe("A sentence or two in each language."),
};

/** What an episode and a document have beside that. */
export const catalogueFields = {
  license: z.string().min(1).optional().describe("An SPDX identifier, as CC-BY-NC-4.0."),
  copyrightHolder: z.string().min(1).optional(),
  contentWarning: texts.optional().describe("What a viewer may want to know before it starts."),
  keywords: z.array(z.string().min(1)).optional(),
  credits: z.array(credit).optional(),
  related: z.array(slug).optional().describe("The slugs of works that go with this one."),
};

export const episodeFields = {
  series: slug.optional().describe("The slug of the series it is a part of."),
  season: z.int().min(1).max(9999).optional(),
  episode: z
    .int()
    .min(0)
    .max(99_999)
    .optional()
    .describe("Its number in the series, or in its season."),
};

export const trackKind = z
  .enum(["captions", "subtitles", "descriptions"])
  .describe("captions: what is said and heard, in the film's language; subtitles: a translation.");

export const origin = z
  .enum(["human", "machine"])
  .describe("Who wrote it. What a machine wrote is labelled so to viewers.");

export const translator = z.string().min(1).optional();

/** The library's own face: `library.yaml`. */
export const libraryFields = {
  inLanguage: languageTag,
  name: texts,
  description: texts.optional(),
  notice: texts.optional().describe("A line at the head of every page, as long as it is needed."),
  publisher: z.strictObject({ name: texts, url: webAddress.optional() }),
  contact: z.email().optional().describe("The e-mail address that readers may write to."),
  neighbours: z
    .record(languageTag, z.array(languageTag))
    .optional()
    .describe("Which languages stand in for one that is missing: { mam: [es] }."),
  footer: z.array(z.strictObject({ name: texts, url: webAddress })).optional(),
};

/** The slug under which the library's own face is kept; no work may have it. */
export const librarySlug = "library";
