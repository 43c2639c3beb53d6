import * as z from "zod";
import * as fields from "./fields.ts";
import { libraryFields } from "./library-fields.ts";
import { extensions } from "./media-types.ts";
import { librarySlug } from "./slug.ts";

/** A file by the digest of its bytes: what a manifest's file name becomes when it is published. */
export const blob = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  extension: z.enum(extensions),
  /** In bytes. */
  size: z.int().min(0),
});

const seconds = z.number().min(0);
const pixels = z.int().min(1);

/** A blob that plays, with what was measured of it. */
const medium = blob.extend({
  duration: seconds,
  width: pixels.optional(),
  height: pixels.optional(),
  /** As in a media type's `codecs` parameter (RFC 6381). */
  codecs: z.string().optional(),
});

const track = z.strictObject({
  inLanguage: fields.languageTag,
  kind: fields.trackKind,
  file: blob,
  origin: fields.origin,
  translator: fields.translator,
  stale: fields.stale,
  /** How many cues it has. */
  cues: z.int().min(0),
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

const audioDescription = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("integrated") }),
  z.strictObject({ mode: z.literal("track"), file: blob, inLanguage: fields.languageTag }),
  z.strictObject({ mode: z.literal("file"), file: medium, inLanguage: fields.languageTag }),
  z.strictObject({ mode: z.literal("none"), reason: z.string() }),
]);

const picture = z.strictObject({ file: blob, alt: fields.texts, width: pixels, height: pixels });

/** Manifests can't say `withdrawn`: the command that withdraws sets it. */
const status = z.enum([...fields.status.options, "withdrawn"]);
const withdrawal = { withdrawalNotice: fields.texts.optional() };

export const libraryRecord = z.strictObject({
  kind: z.literal("Library"),
  slug: z.literal(librarySlug),
  ...libraryFields,
  logo: picture.optional(),
});

export const seriesRecord = z.strictObject({
  kind: z.literal("Series"),
  ...fields.workFields,
  status,
  ...withdrawal,
  ...fields.seriesFields,
});

export const episodeRecord = z.strictObject({
  kind: z.literal("Episode"),
  ...fields.workFields,
  status,
  ...withdrawal,
  ...fields.episodeFields,
  duration: seconds,
  video: z.array(medium),
  audioOnly: medium.optional(),
  poster: picture.optional(),
  captions: z.array(track),
  audioDescription: audioDescription.optional(),
  chapters: z.array(z.strictObject({ start: seconds, name: fields.texts })),
  attachments: z.array(
    z.strictObject({ file: blob, inLanguage: fields.languageTag, name: fields.texts }),
  ),
  ...fields.catalogueFields,
});

export const documentRecord = z.strictObject({
  kind: z.literal("Document"),
  ...fields.workFields,
  status,
  ...withdrawal,
  texts: z
    .array(
      z.strictObject({
        inLanguage: fields.languageTag,
        file: blob,
        translator: fields.translator,
        stale: fields.stale,
      }),
    )
    .min(1)
    .refine(hasOneOfAKind, "has two texts of the same type in one language: keep one of them"),
  ...fields.catalogueFields,
});

/** A work, a series or the library's settings, as stored, hashed and shown (DESIGN 1). */
export const record = z.discriminatedUnion("kind", [
  libraryRecord,
  seriesRecord,
  episodeRecord,
  documentRecord,
]);

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
