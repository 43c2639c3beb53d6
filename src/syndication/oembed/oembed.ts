import { chooseText, type LocalText, type Neighbours } from "../../i18n/fallback.ts";
import { toLine } from "../../i18n/line.ts";
import { embedPath, seriesEmbedPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { embedCode, type FrameSize } from "../../records/embed/embed-code.ts";
import type {
  DocumentRecord,
  EpisodeRecord,
  LibraryRecord,
  SeriesRecord,
} from "../../records/schema/record.ts";
import type { WorkAddress } from "./address.ts";
import { cardFrameSize, filmFrameSize, type MaxSize, seriesFrameSize } from "./size.ts";

/** How long consumers may keep an answer, in seconds: a day, as WordPress does anyway. */
const cacheAge = 86_400;

/** An answer of oEmbed 1.0 (oembed.com, section 2.3): a film is a `video`, a document a `rich` card, a series a `rich` list. */
export interface OEmbed {
  readonly version: "1.0";
  readonly type: "video" | "rich";
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

export interface OEmbedSource {
  readonly item: EpisodeRecord | DocumentRecord | SeriesRecord;
  readonly settings: LibraryRecord | undefined;
  /** What the consumer asked for. */
  readonly address: WorkAddress;
  readonly neighbours: Neighbours;
  readonly max: MaxSize;
  /** Scheme and host of the library. */
  readonly origin: string;
}

/** A work's title in the language of the address, by the fallback rule; without one in the original language. */
export function oEmbedTitle({ item, address, neighbours }: OEmbedSource): LocalText {
  const title = chooseText(
    item.name,
    address.language ?? item.inLanguage,
    item.inLanguage,
    neighbours,
  );
  return title ?? { value: item.slug, language: item.inLanguage, fellBack: false };
}

/** Makes the oEmbed answer for a work. */
export function oEmbedFor(source: OEmbedSource): OEmbed {
  const { item, settings, address, neighbours, max, origin } = source;
  const language = address.language ?? item.inLanguage;
  const title = toLine(oEmbedTitle(source).value);
  const provider =
    settings && chooseText(settings.name, language, settings.inLanguage, neighbours)?.value;
  const isFilm = item.kind === "Episode";
  const size = frameSize(item, max);
  const parameters = { lang: address.language, ...(isFilm ? address.parameters : {}) };
  const path = item.kind === "Series" ? seriesEmbedPath : embedPath;
  const frame = origin + path(item.slug, parameters);
  return {
    version: "1.0",
    type: isFilm ? "video" : "rich",
    title,
    provider_name: toLine(provider ?? "Videoteca"),
    provider_url: `${origin}/`,
    cache_age: cacheAge,
    ...(isFilm ? thumbnailOf(item, max, origin) : {}),
    html: embedCode(frame, title, { size, of: isFilm ? "film" : "card" }),
    ...size,
  };
}

function frameSize(item: OEmbedSource["item"], max: MaxSize): FrameSize {
  if (item.kind === "Episode") return filmFrameSize(pictureSize(item), max);
  return item.kind === "Series" ? seriesFrameSize(max) : cardFrameSize(max);
}

/** The size by which the player lays out the film: the first file's that has one, else the poster's. */
export function pictureSize({ video, poster }: EpisodeRecord): FrameSize | undefined {
  for (const { width, height } of video) {
    if (width !== undefined && height !== undefined) return { width, height };
  }
  return poster;
}

/** The poster, unless it is larger than the consumer accepts (section 2.3.4.1). The three fields stand together. */
function thumbnailOf({ poster }: EpisodeRecord, max: MaxSize, origin: string) {
  if (poster === undefined) return {};
  const { file, width, height } = poster;
  const isTooLarge = width > (max.width ?? width) || height > (max.height ?? height);
  if (isTooLarge) return {};
  return {
    thumbnail_url: origin + blobPath(file),
    thumbnail_width: width,
    thumbnail_height: height,
  };
}
