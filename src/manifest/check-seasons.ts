import { positionInSeries } from "../records/visibility.ts";
import { slugsOf } from "./check-former-slugs.ts";
import { nearestWord } from "./errors/nearest.ts";
import type { Problem } from "./errors/problem.ts";
import type { LocatedManifest } from "./located-manifest.ts";
import type { EpisodeManifest } from "./schema.ts";

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
