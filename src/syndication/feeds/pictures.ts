import type { Blob, LibraryRecord, SeriesRecord } from "../../records/schema/record.ts";
import type { FeedItem } from "../../records/views.ts";

interface FeedPictures {
  readonly settings: LibraryRecord | undefined;
  readonly series: SeriesRecord | undefined;
  readonly items: readonly FeedItem[];
}

/** Whether podcast apps and feed readers show a picture: Apple takes JPEG and PNG only, and many apps do the same. */
export function isShownInFeeds(file: Blob | undefined): file is Blob {
  return file?.extension === "jpg" || file?.extension === "png";
}

/**
 * The picture of a feed: the series' own cover, else the library's, else its logo or the newest poster, whichever is
 * there first: of a series the poster.
 * @returns undefined if there is none that podcast apps show
 */
export function channelPicture({ settings, series, items }: FeedPictures): Blob | undefined {
  const posters = items.map(({ record }) =>
    record.kind === "Episode" ? record.poster?.file : undefined,
  );
  const logo = settings?.logo?.file;
  return [
    series?.podcastCover?.file,
    settings?.podcastCover?.file,
    ...(series === undefined ? [logo, ...posters] : [...posters, logo]),
  ].find(isShownInFeeds);
}
