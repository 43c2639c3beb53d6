import {
  captionsPath,
  embedPath,
  seriesPath,
  transcriptPath,
  watchPath,
} from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { momentParameter } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { EpisodeRecord, SeriesRecord } from "../../records/schema/record.ts";
import { topicNamesFor } from "../../records/topics.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { publishedAt } from "../../records/visibility.ts";
import { timedChapters } from "../chapter-times.ts";
import type { Citation } from "../citation.ts";
import { isoDuration, type JsonLd, sharedJsonLd } from "./schema-org.ts";

export interface FilmSource {
  readonly episode: EpisodeRecord;
  readonly series: SeriesRecord | undefined;
  readonly citation: Citation;
  readonly reader: Reader;
  /** The language of the page's transcript, if it has one. */
  readonly transcriptLanguage: string | undefined;
  readonly origin: string;
}

/** A film as schema.org's VideoObject, with the properties that Google's key moments need. */
export function filmJsonLd(source: FilmSource): { readonly [property: string]: JsonLd } {
  const { episode, series, citation, reader, transcriptLanguage, origin } = source;
  const { slug, poster, inLanguage, copyrightHolder } = episode;
  const [file] = episode.video.length > 0 ? episode.video : [episode.audioOnly];
  const published = publishedAt(episode);
  return {
    "@type": "VideoObject",
    name: citation.title,
    description: citation.abstract ?? citation.title,
    url: citation.url,
    inLanguage,
    thumbnailUrl: poster && origin + blobPath(poster.file),
    uploadDate: published || undefined,
    datePublished: episode.datePublished,
    duration: isoDuration(episode.duration),
    contentUrl: file && origin + blobPath(file),
    encodingFormat: file && mediaTypes[file.extension],
    embedUrl: origin + embedPath(slug, { lang: reader.language }),
    isAccessibleForFree: true,
    accessibilityFeature: accessibilityFeatures(episode, transcriptLanguage),
    caption: spokenTracks(episode).map((track) => ({
      "@type": "MediaObject",
      inLanguage: track.inLanguage,
      encodingFormat: "text/vtt",
      contentUrl: origin + captionsPath(slug, track.inLanguage),
    })),
    // An address is a text too (schema.org, URL). The words themselves are in the page already.
    transcript: transcriptLanguage && origin + transcriptPath(slug, transcriptLanguage, "txt"),
    hasPart: clips(source),
    isPartOf: series && {
      "@type": "CreativeWorkSeries",
      name: citation.series,
      url: origin + seriesPath(reader.language, series.slug),
    },
    position: episode.episode,
    educationalUse: episode.attachments.length > 0 ? "group discussion" : undefined,
    ...sharedJsonLd(citation, topicNamesFor(episode, reader), copyrightHolder),
  };
}

/** Words of schema.org's accessibility vocabulary (W3C, Accessibility Properties). */
function accessibilityFeatures(
  { captions, audioDescription }: EpisodeRecord,
  transcriptLanguage: string | undefined,
): string[] {
  return [
    ...(captions.some(({ kind }) => kind !== "descriptions") ? ["captions"] : []),
    ...(transcriptLanguage === undefined ? [] : ["transcript"]),
    ...(audioDescription === undefined || audioDescription.mode === "none"
      ? []
      : ["audioDescription"]),
  ];
}

/** The chapters as clips. Google wants each to start at a second of its own, and to end later. */
function clips({ episode, reader, origin }: FilmSource): JsonLd {
  const { slug, inLanguage } = episode;
  return timedChapters(episode)
    .map(({ start, end, name }, index) => ({
      "@type": "Clip",
      name: reader.choose(name, inLanguage)?.value ?? String(index + 1),
      startOffset: Math.floor(start),
      endOffset: Math.floor(end),
      url: origin + watchPath(reader.language, slug, { t: momentParameter(start) }),
    }))
    .filter(({ startOffset, endOffset }) => startOffset < endOffset);
}
