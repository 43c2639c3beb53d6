import { chooseText, defaultNeighbours } from "../../i18n/fallback.ts";
import { nearestInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { apiSeriesPath, apiWorkPath, pagePath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import type { ListedRecord } from "../../records/listed.ts";
import type { LibraryRecord, SeriesRecord } from "../../records/schema/record.ts";
import { topicsOf } from "../../records/topics.ts";
import { languagesOf } from "../../records/tracks.ts";
import type { SeriesSummary, WorkSummary } from "../contract.ts";

/** For whom an answer of the read API is made. */
export interface ApiReader {
  /** The language that was asked for; without one, each work is described in its own. */
  readonly language: string | undefined;
  readonly settings: LibraryRecord | undefined;
  /** The scheme and host of every address. */
  readonly origin: string;
}

/** The page for people, in the language that was asked for or the nearest to it. */
export function pageAddress(
  item: ListedRecord | ListedRecord<SeriesRecord>,
  { language, settings, origin }: ApiReader,
): string {
  const asked = language ?? item.inLanguage;
  return origin + pagePath(nearestInterfaceLanguage(asked, settings?.neighbours), item);
}

/** A work in a list. */
export function summarizeWork(item: ListedRecord, reader: ApiReader): WorkSummary {
  const { origin } = reader;
  const episode = item.kind === "Episode" ? item : undefined;
  const { poster } = episode ?? {};
  return {
    ...textsOf(item, reader),
    kind: item.kind,
    duration: episode?.duration ?? null,
    poster:
      poster === undefined
        ? null
        : {
            url: origin + blobPath(poster.file),
            alt: choose(poster.alt, item.inLanguage, reader)?.value ?? null,
            width: poster.width,
            height: poster.height,
          },
    series: episode?.series ?? null,
    season: episode?.season ?? null,
    episode: episode?.episode ?? null,
    keywords: topicsOf(item).map(({ keyword }) =>
      typeof keyword === "string"
        ? keyword.trim()
        : (choose(keyword, item.inLanguage, reader)?.value ?? ""),
    ),
    languages: languagesOf(item),
    details: origin + apiWorkPath(item.slug),
  };
}

/** A series in a list. */
export function summarizeSeries(
  item: ListedRecord<SeriesRecord>,
  reader: ApiReader,
): SeriesSummary {
  const details = reader.origin + apiSeriesPath(item.slug);
  return { ...textsOf(item, reader), kind: item.kind, details };
}

function textsOf(item: ListedRecord | ListedRecord<SeriesRecord>, reader: ApiReader) {
  const name = choose(item.name, item.inLanguage, reader);
  const description = choose(item.description, item.inLanguage, reader);
  return {
    slug: item.slug,
    inLanguage: item.inLanguage,
    name: name?.value ?? item.slug,
    nameLanguage: name?.language ?? null,
    description: description?.value ?? null,
    descriptionLanguage: description?.language ?? null,
    datePublished: item.datePublished ?? null,
    url: pageAddress(item, reader),
  };
}

function choose(
  texts: Parameters<typeof chooseText>[0],
  original: string,
  { language, settings }: ApiReader,
) {
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  return chooseText(texts, language ?? original, original, neighbours);
}
