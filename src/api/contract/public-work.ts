import * as z from "zod";
import { languageTag } from "../../records/schema/fields.ts";
import {
  audioDescription,
  blob,
  documentRecord,
  episodeRecord,
  medium,
  picture,
  seriesRecord,
  track,
} from "../../records/schema/record.ts";
import type { Immutable } from "./immutable.ts";

/** The read API's whole works: the public record, with the address of everything that it names. */

const page = { url: z.url().describe("Its page for people, in the requested language.") };
const fileAddress = {
  url: z.url().describe("Where the file is: the same bytes always have the same address."),
};
const file = blob.extend(fileAddress);
const extractedText = documentRecord.shape.texts.element.shape.extractedText
  .unwrap()
  .extend(fileAddress)
  .optional()
  .describe("What a PDF says, a form feed between two pages.");
const playable = medium.extend(fileAddress);

/** The same for episodes and documents. */
const workFields = {
  ...page,
  languages: z.array(languageTag).describe("The languages that it can be followed in."),
  embed: z.url().describe("The address for an iframe (docs/embed.md)."),
  citations: z.record(z.string(), z.url()).describe("Citations by format: ris, bib, json (CSL)."),
};

const transcript = z.object({
  inLanguage: languageTag,
  origin: track.shape.origin,
  stale: track.shape.stale,
  formats: z
    .record(z.string(), z.url())
    .describe("Its addresses by format: html, docx, txt, md, csv, json, vtt, srt."),
});

const [integrated, descriptionTrack, descriptionFile, none] = audioDescription.options;

export const publicEpisode = episodeRecord.extend({
  ...workFields,
  video: z.array(playable),
  audioOnly: playable.optional(),
  poster: picture.extend({ file }).optional(),
  captions: z.array(
    track.extend({
      file,
      url: z
        .url()
        .describe("The track as people link to it: the address stays when the file is replaced."),
    }),
  ),
  audioDescription: z
    .discriminatedUnion("mode", [
      integrated,
      descriptionTrack.extend({ file }),
      descriptionFile.extend({ file: playable }),
      none,
    ])
    .optional(),
  attachments: z.array(episodeRecord.shape.attachments.element.extend({ file, extractedText })),
  transcripts: z.array(transcript),
});
export type PublicEpisode = Immutable<z.infer<typeof publicEpisode>>;

export const publicDocument = documentRecord.extend({
  ...workFields,
  texts: z.array(
    documentRecord.shape.texts.element.extend({
      file,
      extractedText,
      formats: z
        .record(z.string(), z.url())
        .describe("Addresses to take it along, by format: md, docx, epub. None of a PDF."),
    }),
  ),
});
export type PublicDocument = Immutable<z.infer<typeof publicDocument>>;

export const publicSeries = seriesRecord.extend({
  ...page,
  podcastCover: seriesRecord.shape.podcastCover.unwrap().extend({ file }).optional(),
});
export type PublicSeries = Immutable<z.infer<typeof publicSeries>>;

export const publicWork = z.discriminatedUnion("kind", [
  publicSeries,
  publicEpisode,
  publicDocument,
]);
export type PublicWork = Immutable<z.infer<typeof publicWork>>;
