import * as z from "zod";
import * as fields from "../records/schema/fields.ts";
import { libraryFields } from "../records/schema/library-fields.ts";
import * as limits from "../records/schema/limits.ts";
import { boundedList, boundedString } from "../records/schema/limits.ts";
import { librarySlug } from "../records/schema/slug.ts";
import * as files from "./file-name.ts";

/** The manifests that staff write (DESIGN 4): a record's fields, with file names in place of blobs. */

const video = z.strictObject({
  file: files.film.describe("A film in the manifest's folder: .webm or .mp4."),
});

const audioOnly = z.strictObject({
  file: files.sound.describe("A sound file in the manifest's folder: .m4a, .mp3, .ogg or .opus."),
});

const picture = z.strictObject({
  file: files.picture.describe("A picture in the manifest's folder: .webp, .jpg or .png."),
  alt: fields.texts.describe("What the picture shows, for people who can't see it."),
});

const podcastCover = z.strictObject({
  file: files.podcastCover.describe(
    "A square JPEG or PNG of 1,400 to 3,000 pixels in the manifest's folder: .jpg or .png.",
  ),
});

const track = z.strictObject({
  inLanguage: fields.languageTag.describe("The language of this track."),
  kind: fields.trackKind,
  file: files.captions.describe(
    "A caption file in the manifest's folder: .vtt, .srt, .sbv or .ttml.",
  ),
  origin: fields.origin.default("human"),
  translator: fields.translator,
  stale: fields.stale,
  speakers: fields.speakers,
  speakerLabels: fields.speakerLabels,
});

const descriptionLanguage = fields.languageTag
  .optional()
  .describe("The language of the description, if it isn't the film's.");

const audioDescription = z
  .discriminatedUnion("mode", [
    z.strictObject({
      mode: z
        .literal("integrated")
        .describe("The film's own sound describes what the picture shows."),
    }),
    z.strictObject({
      mode: z.literal("track").describe("A caption file whose cues describe the picture."),
      file: files.captions.describe("The caption file with the descriptions."),
      inLanguage: descriptionLanguage,
    }),
    z.strictObject({
      mode: z
        .literal("file")
        .describe("A second version of the film or its sound, with descriptions."),
      file: files.medium.describe("The film or sound file that includes the descriptions."),
      inLanguage: descriptionLanguage,
    }),
    z.strictObject({
      mode: z.literal("none").describe("There is no description."),
      reason: boundedString(limits.maxTextLength)
        .trim()
        .min(1, "say why there is none")
        .describe("Why there is none.")
        .meta({ examples: ["The film is a recording of sound alone."] }),
    }),
  ])
  .describe("How people who can't see the picture learn what it shows.")
  .meta({ examples: [{ mode: "integrated" }, { mode: "file", file: "described.mp4" }] });

const chapter = z.strictObject({
  start: z
    .union([z.string().max(40), z.number().max(limits.maxDuration)], { error: files.pointAdvice })
    .refine(files.isPoint, files.pointAdvice)
    .describe('When it starts: "0:00", "1:05", "1:02:05", or seconds.')
    .meta({ examples: ["0:00", "1:05", 65] }),
  name: fields.titles.describe("The chapter's title in each language."),
});

const attachment = z.strictObject({
  file: files.attachment.describe(
    "A file in the manifest's folder, for download: .pdf, .docx, .md …",
  ),
  inLanguage: fields.languageTag.describe("The language the file is written in."),
  name: fields.titles.describe("What the file is called in each language."),
});

export const libraryManifest = z
  .strictObject({
    kind: z.literal("Library").describe("The library's settings."),
    ...libraryFields,
    slug: z.literal(librarySlug).default(librarySlug).describe("Always library; can be omitted."),
    inLanguage: libraryFields.inLanguage.describe("The language of the library's own texts."),
    name: libraryFields.name.describe("What the library is called, in each language."),
    description: libraryFields.description.describe("What it is, in a sentence or two."),
    publisher: libraryFields.publisher.describe("The organization that publishes it."),
    logo: picture.optional().describe("Its logo, shown next to its name at the top of every page."),
    podcastCover: podcastCover
      .optional()
      .describe("The picture of its feeds in podcast apps, unless a series has its own."),
  })
  .describe("library.yaml: the library's settings.");

export const seriesManifest = z
  .strictObject({
    kind: z.literal("Series").describe("An ordered set of episodes."),
    ...fields.workFields,
    ...fields.seriesFields,
    podcastCover: podcastCover.optional().describe("The picture of its feeds in podcast apps."),
  })
  .describe("series.yaml: an ordered set of episodes.");

export const episodeManifest = z
  .strictObject({
    kind: z.literal("Episode").describe("A film or a sound recording."),
    ...fields.workFields,
    ...fields.episodeFields,
    video: boundedList(video, limits.maxVideoFiles)
      .default([])
      .describe("The film's files; a browser plays the first one that it can.")
      .meta({ examples: [[{ file: "film.webm" }, { file: "film.mp4" }]] }),
    audioOnly: audioOnly
      .optional()
      .describe("Its sound without the picture, for slow or expensive connections."),
    poster: picture.optional().describe("The picture shown before it plays."),
    captions: boundedList(track, limits.maxTracks)
      .default([])
      .describe("Captions and subtitles, one file per language.")
      .meta({ examples: [[{ inLanguage: "en", kind: "captions", file: "en.vtt" }]] }),
    audioDescription: audioDescription.optional(),
    chapters: boundedList(chapter, limits.maxChapters)
      .default([])
      .describe("Its parts, in the order of their start times.")
      .meta({ examples: [[{ start: "0:00", name: { en: "The beginning" } }]] }),
    attachments: boundedList(attachment, limits.maxAttachments)
      .default([])
      .describe("Files for download that belong to it.")
      .meta({
        examples: [[{ file: "guide.pdf", inLanguage: "en", name: { en: "Discussion guide" } }]],
      }),
    ...fields.catalogueFields,
  })
  .describe("episode.yaml: a film or a sound recording.");

export const documentManifest = z
  .strictObject({
    kind: z.literal("Document").describe("A memo, an explainer, a plan, a page."),
    ...fields.workFields,
    texts: boundedList(
      z.strictObject({
        inLanguage: fields.languageTag.describe("The language of this text."),
        file: files.text.describe(
          "A file in the manifest's folder: .md or .pdf. Search reads a PDF if its language has no .md.",
        ),
        translator: fields.translator,
        stale: fields.stale,
      }),
      limits.maxDocumentTexts,
    )
      .min(1, "name at least one file: - { inLanguage: en, file: en.md }")
      .describe("The document's text, one file per language.")
      .meta({ examples: [[{ inLanguage: "en", file: "en.md" }]] }),
    ...fields.catalogueFields,
  })
  .describe("document.yaml: a memo, an explainer, a plan, a page.");

/** The schema of each kind of manifest. */
export const manifestSchemas = {
  Library: libraryManifest,
  Series: seriesManifest,
  Episode: episodeManifest,
  Document: documentManifest,
} as const;

export type ManifestKind = keyof typeof manifestSchemas;

export const manifestKinds = Object.keys(manifestSchemas) as ManifestKind[];

export type LibraryManifest = z.infer<typeof libraryManifest>;
export type SeriesManifest = z.infer<typeof seriesManifest>;
export type EpisodeManifest = z.infer<typeof episodeManifest>;
export type DocumentManifest = z.infer<typeof documentManifest>;
export type Manifest = LibraryManifest | SeriesManifest | EpisodeManifest | DocumentManifest;

/** The file name for a manifest of a kind: `episode.yaml`. */
export function manifestFileName(kind: ManifestKind): string {
  return `${kind.toLowerCase()}.yaml`;
}
