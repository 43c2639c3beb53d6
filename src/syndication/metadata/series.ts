import { seriesPath, watchPath } from "../../records/addresses.ts";
import type { ListedRecord } from "../../records/listed.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord, LibraryRecord, SeriesRecord } from "../../records/schema/record.ts";
import type { JsonLd } from "./schema-org.ts";

export interface SeriesSource {
  readonly series: SeriesRecord;
  /** Those that the page lists, in order. */
  readonly episodes: readonly ListedRecord<EpisodeRecord>[];
  readonly settings: LibraryRecord | undefined;
  readonly reader: Reader;
  readonly origin: string;
}

/** A series as schema.org's CreativeWorkSeries with its episodes. */
export function seriesJsonLd(source: SeriesSource): { readonly [property: string]: JsonLd } {
  const { series, episodes, settings, reader, origin } = source;
  const publisher = settings && reader.choose(settings.publisher.name, settings.inLanguage)?.value;
  const { language } = reader;
  return {
    "@type": "CreativeWorkSeries",
    name: reader.choose(series.name, series.inLanguage)?.value ?? series.slug,
    description: reader.choose(series.description, series.inLanguage)?.value,
    url: origin + seriesPath(language, series.slug),
    inLanguage: series.inLanguage,
    isAccessibleForFree: true,
    publisher: publisher && { "@type": "Organization", name: publisher },
    hasPart: episodes.map((episode) => ({
      "@type": "Episode",
      name: reader.choose(episode.name, episode.inLanguage)?.value ?? episode.slug,
      episodeNumber: episode.episode,
      url: origin + watchPath(language, episode.slug),
    })),
  };
}
