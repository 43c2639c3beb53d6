import { documentFormats } from "../../documents/formats.ts";
import { nearestInterfaceLanguage } from "../../i18n/interface-languages.ts";
import {
  captionsPath,
  citePath,
  embedPath,
  textPath,
  transcriptPath,
} from "../../records/addresses.ts";
import { blobPath, type FileWithText } from "../../records/blobs.ts";
import type {
  Blob,
  DocumentRecord,
  EpisodeRecord,
  SeriesRecord,
  Track,
} from "../../records/schema/record.ts";
import { languagesOf, spokenTracks } from "../../records/tracks.ts";
import { citationFormats } from "../../syndication/citations.ts";
import { transcriptFormats } from "../../transcripts/formats/formats.ts";
import type { PublicDocument, PublicEpisode, PublicSeries } from "../contract.ts";
import { type ApiReader, pageAddress } from "./summaries.ts";

/** An episode's public record with the absolute address of everything that it names. */
export function addressEpisode(record: EpisodeRecord, reader: ApiReader): PublicEpisode {
  const { origin } = reader;
  const { audioOnly, poster, audioDescription } = record;
  const spoken = spokenTracks(record);
  const withUrl = <File extends Blob>(file: File) => addressFile(file, origin);
  const formats = [...transcriptFormats.keys()];
  return {
    ...record,
    ...addressesOf(record, reader),
    video: record.video.map(withUrl),
    audioOnly: audioOnly && withUrl(audioOnly),
    poster: poster && { ...poster, file: withUrl(poster.file) },
    captions: record.captions.map((track) => {
      // The address by language has only one track of a language, and no descriptions.
      const hasAddress = spoken.includes(track);
      const path = hasAddress ? captionsPath(record.slug, track.inLanguage) : blobPath(track.file);
      return { ...track, file: withUrl(track.file), url: origin + path };
    }),
    audioDescription: audioDescription && addressDescription(audioDescription, origin),
    attachments: record.attachments.map((one) => addressText(one, origin)),
    transcripts: spoken.map(({ inLanguage, origin: writtenBy, stale }: Track) => ({
      inLanguage,
      origin: writtenBy,
      stale,
      formats: byFormat(formats, (format) => {
        return origin + transcriptPath(record.slug, inLanguage, format);
      }),
    })),
  };
}

/** A series' public record with the absolute address of everything that it names. */
export function addressSeries(record: SeriesRecord, reader: ApiReader): PublicSeries {
  const { podcastCover } = record;
  return {
    ...record,
    url: pageAddress(record, reader),
    podcastCover: podcastCover && {
      ...podcastCover,
      file: addressFile(podcastCover.file, reader.origin),
    },
  };
}

/** A document's public record with the absolute address of everything that it names. */
export function addressDocument(record: DocumentRecord, reader: ApiReader): PublicDocument {
  return {
    ...record,
    ...addressesOf(record, reader),
    texts: record.texts.map((text) => ({
      ...addressText(text, reader.origin),
      formats: byFormat(
        text.file.extension === "md" ? [...documentFormats.keys()] : [],
        (format) => {
          return reader.origin + textPath(record.slug, text.inLanguage, format);
        },
      ),
    })),
  };
}

const addressFile = <File extends Blob>(file: File, origin: string) => ({
  ...file,
  url: origin + blobPath(file),
});

function addressText<Text extends FileWithText>(
  { file, extractedText, ...text }: Text,
  origin: string,
) {
  return {
    ...text,
    file: addressFile(file, origin),
    extractedText: extractedText && addressFile(extractedText, origin),
  };
}

function addressDescription(
  description: NonNullable<EpisodeRecord["audioDescription"]>,
  origin: string,
): NonNullable<PublicEpisode["audioDescription"]> {
  if (description.mode === "track") {
    return { ...description, file: addressFile(description.file, origin) };
  }
  if (description.mode === "file") {
    return { ...description, file: addressFile(description.file, origin) };
  }
  return description;
}

function addressesOf(record: EpisodeRecord | DocumentRecord, reader: ApiReader) {
  const { origin, settings } = reader;
  const asked = reader.language ?? record.inLanguage;
  const language = nearestInterfaceLanguage(asked, settings?.neighbours);
  return {
    url: pageAddress(record, reader),
    languages: languagesOf(record),
    embed: origin + embedPath(record.slug, { lang: language }),
    citations: byFormat([...citationFormats.keys()], (format) => {
      return origin + citePath(record.slug, language, format);
    }),
  };
}

/** An object with the address of each format. */
function byFormat(
  formats: readonly string[],
  address: (format: string) => string,
): Record<string, string> {
  return Object.fromEntries(formats.map((format) => [format, address(format)]));
}
