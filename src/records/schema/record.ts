import * as z from "zod";
import { staysInFolder } from "../file-name.ts";
import * as fields from "./fields.ts";
import { libraryFields } from "./library-fields.ts";
import * as limits from "./limits.ts";
import { boundedList, boundedString, explainSize, jsonSize } from "./limits.ts";
import { extensions } from "./media-types.ts";
import { librarySlug } from "./slug.ts";

/** A file by the digest of its bytes: what a manifest's file name becomes when it is published. */
export const blob = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  extension: z.enum(extensions),
  /** In bytes. */
  size: z.int().min(0).max(limits.maxFileSize),
});

const seconds = z.number().min(0).max(limits.maxDuration);
const pixels = z.int().min(1).max(limits.maxPixels);

/** A blob that plays, with what was measured of it. */
export const medium = blob.extend({
  duration: seconds,
  width: pixels.optional(),
  height: pixels.optional(),
  /** As in a media type's `codecs` parameter (RFC 6381). */
  codecs: boundedString(limits.maxWordLength).optional(),
});

export const track = z.strictObject({
  inLanguage: fields.languageTag,
  kind: fields.trackKind,
  file: blob,
  origin: fields.origin,
  translator: fields.translator,
  stale: fields.stale,
  speakers: fields.speakers,
  speakerLabels: fields.speakerLabels,
  /** How many cues it has. */
  cues: z.int().min(0).max(limits.maxCues),
});

/** A language may have a page and a PDF, but not two pages: it would be unclear which one is meant. */
function hasOneOfAKind(
  texts: readonly {
    readonly inLanguage: string;
    readonly file: { readonly extension: string };
  }[],
) {
  const kinds = texts.map((text) => `${text.inLanguage}.${text.file.extension}`);
  return new Set(kinds).size === kinds.length;
}

/** What a PDF says, for search: the text of its pages (src/files/documents/pdf-text.ts). */
const extractedText = blob.extend({ extension: z.literal("txt") }).optional();

/** A text in a document. */
const documentText = z.strictObject({
  inLanguage: fields.languageTag,
  file: blob,
  translator: fields.translator,
  stale: fields.stale,
  extractedText,
});

export const audioDescription = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("integrated") }),
  z.strictObject({ mode: z.literal("track"), file: blob, inLanguage: fields.languageTag }),
  z.strictObject({ mode: z.literal("file"), file: medium, inLanguage: fields.languageTag }),
  z.strictObject({ mode: z.literal("none"), reason: boundedString(limits.maxTextLength) }),
]);

export const picture = z.strictObject({
  file: blob,
  alt: fields.texts,
  width: pixels,
  height: pixels,
});

/** Podcast apps show no text of it. */
const podcastCover = picture.omit({ alt: true });

/** A picture in a document's texts, by the name that they give it; each text describes it itself. */
const namedPicture = z.strictObject({
  name: boundedString(limits.maxFileNameLength).min(1).refine(staysInFolder),
  file: blob,
  width: pixels,
  height: pixels,
});

/** Manifests can't say `withdrawn`: the command that withdraws sets it. */
const status = z.enum([...fields.status.options, "withdrawn"]);
const withdrawal = { withdrawalNotice: fields.texts.optional() };

export const libraryRecord = z.strictObject({
  kind: z.literal("Library"),
  slug: z.literal(librarySlug),
  ...libraryFields,
  logo: picture.optional(),
  podcastCover: podcastCover.optional(),
});

export const seriesRecord = z.strictObject({
  kind: z.literal("Series"),
  ...fields.workFields,
  status,
  ...withdrawal,
  ...fields.seriesFields,
  podcastCover: podcastCover.optional(),
});

export const episodeRecord = z.strictObject({
  kind: z.literal("Episode"),
  ...fields.workFields,
  status,
  ...withdrawal,
  ...fields.episodeFields,
  duration: seconds,
  video: boundedList(medium, limits.maxVideoFiles),
  audioOnly: medium.optional(),
  poster: picture.optional(),
  captions: boundedList(track, limits.maxTracks),
  audioDescription: audioDescription.optional(),
  chapters: boundedList(
    z.strictObject({ start: seconds, name: fields.titles }),
    limits.maxChapters,
  ),
  attachments: boundedList(
    z.strictObject({
      file: blob,
      inLanguage: fields.languageTag,
      name: fields.titles,
      extractedText,
    }),
    limits.maxAttachments,
  ),
  ...fields.catalogueFields,
});

export const documentRecord = z.strictObject({
  kind: z.literal("Document"),
  ...fields.workFields,
  status,
  ...withdrawal,
  texts: boundedList(documentText, limits.maxDocumentTexts)
    .min(1)
    .refine(hasOneOfAKind, "has two texts of the same type in one language: keep one of them"),
  pictures: boundedList(namedPicture, limits.maxPictures)
    .refine((pictures) => fields.isUnique(pictures.map(({ name }) => name)), {
      error: "has two pictures with one name",
    })
    .optional(),
  ...fields.catalogueFields,
});

/** A work, a series or the library's settings, as stored, hashed and shown (DESIGN 1). */
export const record = z
  .discriminatedUnion("kind", [libraryRecord, seriesRecord, episodeRecord, documentRecord])
  .superRefine((item, context) => {
    const message = explainSize("the record", jsonSize(item), limits.maxRecordSize);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

export type Blob = z.infer<typeof blob>;
export type Medium = z.infer<typeof medium>;
export type Track = z.infer<typeof track>;
export type LibraryRecord = z.infer<typeof libraryRecord>;
export type SeriesRecord = z.infer<typeof seriesRecord>;
export type EpisodeRecord = z.infer<typeof episodeRecord>;
export type DocumentRecord = z.infer<typeof documentRecord>;
/** A film or a text. */
export type WorkRecord = EpisodeRecord | DocumentRecord;
export type LibraryItem = z.infer<typeof record>;
