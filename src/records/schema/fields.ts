import * as z from "zod";
import { isLanguageTag } from "../../i18n/tag.ts";
import "./issue-messages.ts";
import * as limits from "./limits.ts";
import { boundedList, boundedMap, boundedString } from "./limits.ts";
import { slug, workSlug } from "./slug.ts";

/** The fields that manifests and records share; editors show their descriptions. */

export const languageTag = boundedString(limits.maxWordLength)
  .refine(isLanguageTag, "isn't a language tag (BCP 47): write for example en, es, vi or es-MX")
  .describe("A language as a BCP 47 tag: en, es, vi, es-MX.")
  .meta({ examples: ["en", "es", "vi", "es-MX"] });

/** A text in any number of languages. @param maxLength of the text in one language */
function textsUpTo(maxLength: number) {
  const text = boundedString(maxLength).trim().min(1, "write a text, or leave the language out");
  return boundedMap(languageTag, text, limits.maxLanguages, "languages")
    .refine((value) => Object.keys(value).length > 0, "write the text in at least one language")
    .describe("The text in each language: { en: …, es: …, vi: … }.")
    .meta({
      examples: [{ en: "Welcome", es: "Le damos la bienvenida", vi: "Chào mừng" }],
      maxProperties: limits.maxLanguages,
    });
}

/** A title in any number of languages. */
export const titles = textsUpTo(limits.maxTitleLength);

/** A longer text in any number of languages. */
export const texts = textsUpTo(limits.maxTextLength);

/** A name, a role or a word that isn't empty. */
const shortText = (maxLength: number) => boundedString(maxLength).min(1);

export const date = z
  .union([z.iso.date(), z.iso.datetime({ offset: true }).max(40)], {
    error: "write a date as 2026-11-01, or with a time as 2026-11-01T09:00:00-07:00",
  })
  .describe(
    "The day it is published. With a day in the future, it appears automatically on that day.",
  )
  .meta({ examples: ["2026-11-01", "2026-11-01T09:00:00-07:00"] });

export const webAddress = z
  .url({ protocol: /^https?$/, error: "write an address: https://…" })
  .max(limits.maxAddressLength)
  .meta({
    examples: ["https://example.org/about"],
  });

export const status = z
  .enum(["draft", "published"])
  .describe("Only staff can see a draft; everyone can see a published work.");

const credit = z.strictObject({
  name: shortText(limits.maxNameLength)
    .describe("A person's or an organization's name.")
    .meta({ examples: ["Ana Morales"] }),
  role: shortText(limits.maxWordLength)
    .describe("What they did: creator, narrator, translator, participant …")
    .meta({ examples: ["creator", "director", "narrator", "translator", "participant"] }),
  public: z
    .boolean()
    .optional()
    .describe("Write false to show the name only to staff: nothing that is published contains it."),
  allowMentions: z
    .boolean()
    .optional()
    .describe(
      "Write true if a name that isn't public may be in titles, captions and other texts, because it is someone else's there.",
    ),
});

/** A topic: a word, or a word in each language. */
const keyword = z.union(
  [shortText(limits.maxWordLength), textsUpTo(limits.maxWordLength)],
  "must be a text, or a text in each language: { en: …, es: … }",
);

const keywords = boundedList(keyword, limits.maxKeywords).superRefine((list, context) => {
  const count = list.flatMap((one) => (typeof one === "string" ? [one] : Object.keys(one))).length;
  if (count <= limits.maxTopicNames) return;
  const message = `has ${count} words in all languages; at most ${limits.maxTopicNames} are allowed: remove some`;
  context.addIssue({ code: "custom", message });
});

/** How many former slugs a work may have: far more than any is renamed. */
const maxFormerSlugs = 50;

const formerSlugs = boundedList(workSlug, maxFormerSlugs)
  .refine(isUnique, { error: "names a slug twice: keep one of them" })
  .optional()
  .describe("The slugs that it had before it was renamed: their addresses lead to this one.")
  .meta({ examples: [["part-one"]] });

/** What every work and series has. */
export const workFields = {
  slug: workSlug,
  inLanguage: languageTag.describe("The language of the original."),
  status,
  datePublished: date.optional(),
  name: titles.describe(
    "The title in each language. One that the publisher didn't give is written [in brackets].",
  ),
  description: texts.optional().describe("A sentence or two in each language."),
  formerSlugs,
};

/** The fields that episodes and documents have in addition. */
export const catalogueFields = {
  license: shortText(limits.maxWordLength)
    .optional()
    .describe("What others may do with it, as an SPDX identifier.")
    .meta({ examples: ["CC-BY-NC-4.0", "CC-BY-4.0", "CC0-1.0"] }),
  copyrightHolder: shortText(limits.maxNameLength)
    .optional()
    .describe("Who holds the copyright.")
    .meta({ examples: ["Immigrant Justice Network"] }),
  contentWarning: texts.optional().describe("What viewers may want to know before it starts."),
  keywords: keywords
    .optional()
    .describe(
      "What it is about, in words to search for: each a word, or a word in each language. Common topics in English are translated without that.",
    )
    .meta({ examples: [["deportation", { en: "mutual aid", es: "ayuda mutua" }]] }),
  credits: boundedList(credit, limits.maxCredits)
    .optional()
    .describe("Who made it, and what each of them did.")
    .meta({ examples: [[{ name: "Ana Morales", role: "narrator" }]] }),
  related: boundedList(slug, limits.maxRelated)
    .optional()
    .describe("The slugs of related works.")
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
    .describe("The number of its season, if the series has seasons.")
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
    "captions: speech and sounds, in the film's language. subtitles: a translation. descriptions: what the picture shows.",
  );

export const origin = z
  .enum(["human", "machine"])
  .describe("Who wrote it. Viewers see a label on a machine's text.");

export const translator = shortText(limits.maxNameLength)
  .optional()
  .describe("Who translated it.")
  .meta({ examples: ["Nguyễn Thị Lan"] });

/** New names of speakers, by their names in the caption file. */
export const speakers = boundedMap(
  shortText(limits.maxNameLength),
  shortText(limits.maxNameLength),
  limits.maxSpeakers,
  "speakers",
)
  .optional()
  .describe(
    "Names to show in transcripts for the names in the caption file: { SPEAKER_00: Ana Morales }.",
  )
  .meta({
    examples: [{ SPEAKER_00: "Ana Morales" }],
    maxProperties: limits.maxSpeakers,
  });

/** Whether names at the start of cues are speakers; if left out, the film's own habit decides. */
export const speakerLabels = z
  .boolean()
  .optional()
  .describe(
    "Whether names at the start of cues, such as ANA: or [SPEAKER_00]:, are speakers. If left out, they are if the whole file has them.",
  )
  .meta({ examples: [false] });

/** `true` if the original has changed since: readers see a notice. */
export const stale = z
  .boolean()
  .optional()
  .describe("Write true if the original has changed since: readers see a notice.");

/** An entry of a series' `seasons`. */
const season = z.strictObject({
  season: z
    .int()
    .min(1)
    .max(9999)
    .describe("Its number, as its episodes name it.")
    .meta({ examples: [1] }),
  name: titles.describe("What the season is called, in each language."),
  description: texts.optional().describe("A sentence or two in each language."),
  episodes: boundedList(slug, limits.maxEpisodesInSeason)
    .optional()
    .describe("The slugs of its episodes, in the order of their numbers.")
    .meta({ examples: [["criminalizing-migration"]] }),
});

export const seriesFields = {
  seasons: boundedList(season, limits.maxSeasons)
    .refine((seasons) => isUnique(seasons.map((one) => one.season)), {
      error: "has two seasons with one number: keep one of them",
    })
    .optional()
    .describe("Its seasons in order, if it has any. An episode names its season in `season`.")
    .meta({ examples: [[{ season: 1, name: { en: "The beginnings" } }]] }),
};

/** Whether no value is repeated. */
export function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
