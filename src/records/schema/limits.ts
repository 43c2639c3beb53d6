import * as z from "zod";

/**
 * The upper bounds of fields and lists. Each is far above honest use, and together they keep a record far below the
 * 2,000,000 bytes of a row in D1 (developers.cloudflare.com/d1/platform/limits).
 */

/** Titles of works, chapters and files. In characters, as all bounds of texts are (UTF-16 code units). */
export const maxTitleLength = 1000;
/** Descriptions, notices and reasons. */
export const maxTextLength = 10_000;
/** Names of people and organizations. */
export const maxNameLength = 500;
/** Roles, keywords, licenses, codecs. */
export const maxWordLength = 200;
export const maxAddressLength = 2000;
export const maxFileNameLength = 1000;
/** Languages of one text. DESIGN 12 promises captions in 20. */
export const maxLanguages = 100;

/** DESIGN 12 promises 60 chapters, 40 tracks and 50 attachments. */
export const maxChapters = 1000;
export const maxTracks = 200;
/** Speakers that are renamed in one track. */
export const maxSpeakers = 200;
export const maxAttachments = 200;
export const maxVideoFiles = 50;
export const maxDocumentTexts = 200;
/** Pictures in a document's texts. */
export const maxPictures = 300;
export const maxKeywords = 300;
/** Words for the topics of one work in all languages: each is a row in the index of lists for each filter. */
export const maxTopicNames = 600;
export const maxCredits = 1000;
export const maxRelated = 200;
export const maxSeasons = 200;
/** DESIGN 12 promises series of 500 episodes. */
export const maxEpisodesInSeason = 2000;
export const maxFooterLinks = 50;
export const maxNeighbours = 200;

/** Over a hundred days. In seconds. */
export const maxDuration = 9_999_999;
export const maxPixels = 100_000;
/** The largest object in R2 (developers.cloudflare.com/r2/platform/limits). In bytes. */
export const maxFileSize = 5_497_558_138_880;
export const maxCues = 1_000_000;

/** A record's JSON: half of a row in D1, because a row has more columns. In bytes. */
export const maxRecordSize = 1_000_000;

/** A manifest's JSON, which becomes larger as a record: each file name becomes up to 400 bytes. In bytes. */
export const maxManifestSize = 800_000;

/** Captions or Markdown: they are stored as one row in D1, of 2,000,000 bytes at most. In bytes. */
export const maxStoredTextSize = 1_900_000;

const format = (count: number) => count.toLocaleString("en");

/**
 * A string with an upper bound, without halves of surrogate pairs: those are no characters, can't be written
 * as UTF-8 and can't be part of an address (RFC 8259, section 8.2).
 * @param max in UTF-16 code units
 */
export function boundedString(max: number) {
  return z
    .string()
    .max(max, {
      error: ({ input }) =>
        `is ${format(String(input).length)} characters long; at most ${format(max)} are allowed: shorten it`,
    })
    .refine((text) => text.isWellFormed(), {
      error:
        "has half of a character (a lone surrogate, such as \\ud800): write the character whole",
    });
}

/** A list with an upper bound. */
export function boundedList<Entry extends z.ZodType>(entry: Entry, max: number) {
  return z.array(entry).max(max, {
    error: ({ input }) =>
      `has ${format(Array.isArray(input) ? input.length : 0)} entries; at most ${format(max)} are allowed: remove some`,
  });
}

/** An object of any keys, with an upper bound of their number. @param what the keys are, in the plural */
export function boundedMap<Key extends z.ZodType<string, string>, Value extends z.ZodType>(
  key: Key,
  value: Value,
  max: number,
  what: string,
) {
  return z
    .record(key, value)
    .superRefine((object, context) => {
      const count = Object.keys(object).length;
      if (count <= max) return;
      const message = `has ${format(count)} ${what}; at most ${format(max)} are allowed: remove some`;
      context.addIssue({ code: "custom", message });
    })
    .meta({ maxProperties: max });
}

/** Says that a text or a record has too many bytes; undefined if it hasn't. @param what the sentence's subject */
export function explainSize(what: string, bytes: number, max: number): string | undefined {
  return bytes <= max
    ? undefined
    : `${what} is ${format(bytes)} bytes large; at most ${format(max)} are allowed: shorten it, or divide the work into parts`;
}

/** The size of a value as JSON in UTF-8. In bytes. */
export function jsonSize(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
