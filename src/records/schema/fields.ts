import * as z from "zod";
import { isLanguageTag } from "../../i18n/tag.ts";

/** The fields that a manifest and a record share; what each means is told to an editor by its description. */

/** The slug under which the library's own face is kept; no work may have it. */
export const librarySlug = "library";

export const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/, "write 1 to 80 of a–z, 0–9 and -")
  .describe(
    "The work's name in addresses: a–z, 0–9 and -. It is never reused; to change it, list the old one in formerSlugs.",
  )
  .meta({ examples: ["criminalizing-migration"] });

export const languageTag = z
  .string()
  .refine(isLanguageTag, "is no language tag (BCP 47): write for example en, es, vi or es-MX")
  .describe("A language as a BCP 47 tag: en, es, vi, es-MX.")
  .meta({ examples: ["en", "es", "vi", "es-MX"] });

/** A text in any number of languages. */
export const texts = z
  .record(languageTag, z.string().trim().min(1, "write a text, or leave the language out"))
  .refine((value) => Object.keys(value).length > 0, "write the text in at least one language")
  .describe("The text in each language: { en: …, es: …, vi: … }.")
  .meta({ examples: [{ en: "Welcome", es: "Le damos la bienvenida", vi: "Chào mừng" }] });

export const date = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: "write a date as 2026-11-01, or with a time as 2026-11-01T09:00:00-07:00",
  })
  .describe("The day it is published; one in the future means that it appears by itself then.")
  .meta({ examples: ["2026-11-01", "2026-11-01T09:00:00-07:00"] });

export const webAddress = z
  .url({ protocol: /^https?$/, error: "write an address: https://…" })
  .meta({
    examples: ["https://example.org/about"],
  });

export const status = z
  .enum(["draft", "published"])
  .describe("A draft is seen by staff only, what is published by everyone.");

const credit = z.strictObject({
  name: z
    .string()
    .min(1)
    .describe("A person's or an organization's name.")
    .meta({ examples: ["Ana Morales"] }),
  role: z
    .string()
    .min(1)
    .describe("What they did: creator, narrator, translator, participant …")
    .meta({ examples: ["creator", "director", "narrator", "translator", "participant"] }),
  public: z
    .boolean()
    .optional()
    .describe("Write false to keep the name for staff: it never leaves with anything published."),
});

/** How many former slugs a work may have: far more than any is renamed. */
const maxFormerSlugs = 50;

const formerSlugs = z
  .array(
    slug.refine(
      (former) => former !== librarySlug,
      `"${librarySlug}" is kept for the library's own face: no work had that slug`,
    ),
  )
  .max(maxFormerSlugs, `takes ${maxFormerSlugs} slugs at most`)
  .refine(isUnique, { error: "names a slug twice: keep one of them" })
  .optional()
  .describe("The slugs that it had before it was renamed: their addresses lead to this one.")
  .meta({ examples: [["part-one"]] });

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
  formerSlugs,
};

/** What an episode and a document have beside that. */
export const catalogueFields = {
  license: z
    .string()
    .min(1)
    .optional()
    .describe("What others may do with it, as an SPDX identifier.")
    .meta({ examples: ["CC-BY-NC-4.0", "CC-BY-4.0", "CC0-1.0"] }),
  copyrightHolder: z
    .string()
    .min(1)
    .optional()
    .describe("Who holds the copyright.")
    .meta({ examples: ["Immigrant Justice Network"] }),
  contentWarning: texts.optional().describe("What a viewer may want to know before it starts."),
  keywords: z
    .array(z.string().min(1))
    .optional()
    .describe("What it is about, in words to search for.")
    .meta({ examples: [["deportation", "detention"]] }),
  credits: z
    .array(credit)
    .optional()
    .describe("Who made it, and what each of them did.")
    .meta({ examples: [[{ name: "Ana Morales", role: "narrator" }]] }),
  related: z
    .array(slug)
    .optional()
    .describe("The slugs of works that go with this one.")
    .meta({ examples: [["a-second-chance-for-all"]] }),
};

export const episodeFields = {
  series: slug
    .optional()
    .describe("The slug of the series it is a part of.")
    .meta({ examples: ["how-did-we-get-here"] }),
  season: z
    .int()
    .min(1)
    .max(9999)
    .optional()
    .describe("Its season, where the series has some.")
    .meta({ examples: [1] }),
  episode: z
    .int()
    .min(0)
    .max(99_999)
    .optional()
    .describe("Its number in the series, or in its season.")
    .meta({ examples: [1] }),
};

export const trackKind = z
  .enum(["captions", "subtitles", "descriptions"])
  .describe(
    "What is said and heard, in the film's language, is captions; a translation is subtitles.",
  );

export const origin = z
  .enum(["human", "machine"])
  .describe("Who wrote it. What a machine wrote is labelled so to viewers.");

export const translator = z
  .string()
  .min(1)
  .optional()
  .describe("Who translated it.")
  .meta({ examples: ["Nguyễn Thị Lan"] });

/** `true` where the original has changed since: readers are told. */
export const stale = z
  .boolean()
  .optional()
  .describe("Write true where the original has changed since: readers are told so.");

/** An entry of a series' `seasons`. */
const season = z.strictObject({
  season: z
    .int()
    .min(1)
    .max(9999)
    .describe("Its number, as its episodes name it.")
    .meta({ examples: [1] }),
  name: texts.describe("What the season is called, in each language."),
  description: texts.optional().describe("A sentence or two in each language."),
  episodes: z
    .array(slug)
    .optional()
    .describe("The slugs of its episodes in order, as their numbers have it too.")
    .meta({ examples: [["criminalizing-migration"]] }),
});

export const seriesFields = {
  seasons: z
    .array(season)
    .refine((seasons) => isUnique(seasons.map((one) => one.season)), {
      error: "has two seasons with one number: keep one of them",
    })
    .optional()
    .describe("Its seasons in order, where it has some. An episode names its own by `season`.")
    .meta({ examples: [[{ season: 1, name: { en: "The beginnings" } }]] }),
};

/** Whether no value stands twice. */
export function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
