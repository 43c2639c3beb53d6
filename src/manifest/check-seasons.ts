import { positionInSeries } from "../records/visibility.ts";
import { slugsOf } from "./check-former-slugs.ts";
import { nearestWord } from "./errors/nearest.ts";
import type { Problem } from "./errors/problem.ts";
import type { LocatedManifest } from "./located-manifest.ts";
import type { EpisodeManifest, SeriesManifest } from "./schema.ts";

/**
 * Checks that each episode is in a season that its series has.
 * @param series those that were read, the ones beside an episode too
 */
export function checkSeasonNumbers(
  works: readonly LocatedManifest[],
  series: readonly SeriesManifest[],
): Problem[] {
  return works.flatMap(({ manifest, file, locationOf }): Problem[] => {
    if (manifest.kind !== "Episode" || manifest.season === undefined) return [];
    const own = series.find((one) => slugsOf(one).includes(manifest.series ?? ""));
    const message = own && explainSeason(manifest.season, own);
    return message === undefined
      ? []
      : [{ file, ...locationOf(["season"]), severity: "error", message }];
  });
}

/** Says which seasons a series has, if a number is none of them. */
export function explainSeason(
  season: number,
  {
    slug,
    seasons = [],
  }: {
    readonly slug: string;
    readonly seasons?: readonly { readonly season: number }[] | undefined;
  },
): string | undefined {
  if (seasons.some((one) => one.season === season)) return undefined;
  const numbers = seasons.map((one) => one.season).join(", ");
  const has = seasons.length === 0 ? "" : `; it has ${numbers}`;
  return `the series ${slug} doesn't have season ${season}${has}: correct the number, or add \`- { season: ${season}, name: … }\` to the \`seasons\` of its series.yaml`;
}

/**
 * Checks that a series' seasons agree with its episodes' numbers: pages use the seasons for their lists, and
 * the numbers for the next episode.
 */
export function checkSeasons(works: readonly LocatedManifest[]): Problem[] {
  const episodes = works.flatMap(({ manifest }) => (manifest.kind === "Episode" ? [manifest] : []));
  return works.flatMap((work) => {
    const { manifest, file, locationOf } = work;
    if (manifest.kind !== "Series") return [];
    const ownEpisodes = new Map(
      episodes
        .filter(({ series = "" }) => slugsOf(manifest).includes(series))
        .flatMap((one) => slugsOf(one).map((slug) => [slug, one] as const)),
    );
    return (manifest.seasons ?? []).flatMap(({ season, episodes: listed = [] }, index) =>
      listed.flatMap((slug, position): Problem[] => {
        const before = ownEpisodes.get(listed[position - 1] ?? "");
        const message = explainListedEpisode(slug, season, ownEpisodes, before);
        if (message === undefined) return [];
        const path = ["seasons", index, "episodes", position];
        return [{ file, ...locationOf(path), severity: "warning", message }];
      }),
    );
  });
}

function explainListedEpisode(
  slug: string,
  season: number,
  ownEpisodes: ReadonlyMap<string, EpisodeManifest>,
  before: EpisodeManifest | undefined,
): string | undefined {
  const episode = ownEpisodes.get(slug);
  if (episode === undefined) {
    const near = nearestWord(slug, ownEpisodes.keys());
    const advice = near === undefined ? "write `series` in its manifest" : `did you mean ${near}?`;
    return `no episode of this series here has the slug ${slug}: ${advice}`;
  }
  if (episode.season !== season) {
    return `${slug} says that it is in ${episode.season === undefined ? "no season" : `season ${episode.season}`}: write season: ${season} in its manifest`;
  }
  if (before !== undefined && positionInSeries(before) > positionInSeries(episode)) {
    return `${slug} is number ${episode.episode ?? "none"}, and is listed after number ${before.episode ?? "none"}: put them in the order of their numbers`;
  }
  return undefined;
}
