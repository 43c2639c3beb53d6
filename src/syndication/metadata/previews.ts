import { embedPath, seriesPath } from "../../records/addresses.ts";
import type { ListedRecord } from "../../records/listed.ts";
import type { Reader } from "../../records/reader.ts";
import type { DocumentRecord, EpisodeRecord, SeriesRecord } from "../../records/schema/record.ts";
import { topicNamesFor } from "../../records/topics.ts";
import { publishedAt } from "../../records/visibility.ts";
import { pictureSize } from "../oembed/oembed.ts";
import { filmFrameSize } from "../oembed/size.ts";
import type { PageMetadata, PagePicture } from "./page.ts";

/** The part of a page's preview that depends on its kind of work. */
type Preview = Pick<PageMetadata, "type" | "picture" | "player" | "properties">;

/** A film: its poster, its embed, and Open Graph's properties of an episode. */
export function filmPreview(
  episode: EpisodeRecord,
  series: SeriesRecord | undefined,
  reader: Reader,
  origin: string,
): Preview {
  return {
    type: "video.episode",
    picture: posterOf(episode, reader),
    player: {
      url: origin + embedPath(episode.slug, { lang: reader.language }),
      ...filmFrameSize(pictureSize(episode), {}),
    },
    properties: [
      ["video:duration", String(Math.max(1, Math.round(episode.duration)))],
      ["video:release_date", publishedAt(episode)],
      ["video:series", series && origin + seriesPath(reader.language, series.slug)],
      ...topicNamesFor(episode, reader).map((word) => ["video:tag", word] as const),
    ],
  };
}

/** A document: an article with its date. */
export function documentPreview(document: DocumentRecord, reader: Reader): Preview {
  return {
    type: "article",
    properties: [
      ["article:published_time", publishedAt(document)],
      ...topicNamesFor(document, reader).map((word) => ["article:tag", word] as const),
    ],
  };
}

/** A series: the poster of its first episode that has one. */
export function seriesPreview(
  episodes: readonly ListedRecord<EpisodeRecord>[],
  reader: Reader,
): Preview {
  const first = episodes.find(({ poster }) => poster !== undefined);
  return { type: "video.tv_show", picture: first && posterOf(first, reader) };
}

function posterOf(
  { poster, inLanguage }: Pick<EpisodeRecord, "poster" | "inLanguage">,
  reader: Reader,
): PagePicture | undefined {
  return poster && { ...poster, alt: reader.choose(poster.alt, inLanguage)?.value };
}
