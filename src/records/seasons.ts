import type { ListedRecord } from "./listed.ts";
import type { EpisodeRecord, SeriesRecord } from "./schema/record.ts";

/** A season with its episodes in order. */
export interface Season {
  /** Undefined for episodes without a season. */
  readonly number: number | undefined;
  readonly name: SeriesRecord["name"] | undefined;
  readonly description: SeriesRecord["description"];
  readonly episodes: readonly ListedRecord<EpisodeRecord>[];
}

/**
 * A series' episodes by season: first those without a season, then the seasons in the series' order, then
 * seasons that the series doesn't name. Seasons without episodes are omitted.
 * @param episodes in order
 */
export function seasonsOf(
  series: SeriesRecord,
  episodes: readonly ListedRecord<EpisodeRecord>[],
): Season[] {
  const named = series.seasons ?? [];
  const numberOf = (episode: ListedRecord<EpisodeRecord>) =>
    named.find((one) => one.episodes?.includes(episode.slug))?.season ?? episode.season;
  const numbers = [...named.map((one) => one.season), ...episodes.map(numberOf)];
  return [...new Set([undefined, ...numbers])].flatMap((number) => {
    const entry = named.find((one) => one.season === number);
    const order = entry?.episodes ?? [];
    const rank = ({ slug }: ListedRecord<EpisodeRecord>) =>
      order.includes(slug) ? order.indexOf(slug) : order.length;
    const inSeason = episodes
      .filter((episode) => numberOf(episode) === number)
      .sort((a, b) => rank(a) - rank(b));
    if (inSeason.length === 0) return [];
    return [{ number, name: entry?.name, description: entry?.description, episodes: inSeason }];
  });
}
