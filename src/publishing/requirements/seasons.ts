import type { PlanWarning } from "../../api/contract/publishing.ts";
import { explainSeason } from "../../manifest/check-seasons.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import type { Database } from "../../storage/database.ts";
import {
  findEpisodesInSeasons,
  readSeasons,
  type SeriesSeasons,
} from "../../storage/lists/seasons.ts";
import { PublishingError } from "../publishing-error.ts";
import { slugsOf } from "../slugs/identify-work.ts";

/**
 * Checks that an episode's season is one of its series', and that a series drops no season that has episodes.
 * @param series the slug that an episode's series has today
 * @param slugBefore the slug that the work has in the library
 * @throws PublishingError
 */
export async function requireSeasons(
  database: Database,
  record: LibraryItem,
  series: string | undefined,
  slugBefore: string,
): Promise<void> {
  if (record.kind === "Episode" && record.season !== undefined && series !== undefined) {
    const stored = await readSeasons(database, [series]);
    const message = explainEpisode(record, stored.get(series));
    if (message !== undefined) throw new PublishingError("missing-season", message);
  }
  if (record.kind !== "Series") return;
  const before = (await readSeasons(database, [slugBefore])).get(slugBefore);
  const dropped = droppedSeasons(record, before);
  if (dropped.length === 0) return;
  const episodes = await findEpisodesInSeasons(database, slugBefore, dropped);
  if (episodes.length === 0) return;
  throw new PublishingError("season-in-use", explainDropped(record.slug, episodes));
}

/**
 * As `requireSeasons`, for all records of a plan, whose series and episodes are published together. An episode leaves
 * a season only for one that the library's series has already, because one of the two is published first.
 * @param stored the library's series, by slug
 * @param former the current slugs of works, by former ones
 * @returns the warning for each record that has one, by slug
 */
export async function findSeasonWarnings(
  database: Database,
  records: readonly LibraryItem[],
  stored: ReadonlyMap<string, SeriesSeasons>,
  former: ReadonlyMap<string, string>,
): Promise<Map<string, PlanWarning>> {
  const bySlug = new Map(records.flatMap((item) => slugsOf(item).map((slug) => [slug, item])));
  const warnings = new Map<string, PlanWarning>();
  for (const item of records) {
    if (item.kind === "Episode") {
      const name = item.series ?? "";
      const current = former.get(name) ?? name;
      const planned = bySlug.get(name) ?? bySlug.get(current);
      const own = planned?.kind === "Series" ? planned : stored.get(current);
      const message = explainEpisode(item, own);
      if (message !== undefined) warnings.set(item.slug, { type: "missing-season", message });
    }
    if (item.kind !== "Series") continue;
    const before = slugsOf(item).flatMap((slug) => stored.get(slug) ?? [])[0];
    const dropped = droppedSeasons(item, before);
    if (before === undefined || dropped.length === 0) continue;
    const kept = before.seasons.map(({ season }) => season).filter((one) => !dropped.includes(one));
    const episodes = await findEpisodesInSeasons(database, before.slug, dropped);
    const staying = episodes.filter(({ slug }) => {
      const planned = bySlug.get(slug);
      if (planned?.kind !== "Episode") return true;
      const isHere = [before.slug, ...slugsOf(item)].includes(planned.series ?? "");
      return isHere && planned.season !== undefined && !kept.includes(planned.season);
    });
    if (staying.length === 0) continue;
    const message = explainDropped(item.slug, staying);
    warnings.set(item.slug, { type: "season-in-use", message });
  }
  return warnings;
}

type OfferedSeasons = Parameters<typeof explainSeason>[1];

function explainEpisode(item: LibraryItem, own: OfferedSeasons | undefined): string | undefined {
  if (item.kind !== "Episode" || item.season === undefined || own === undefined) return undefined;
  const message = explainSeason(item.season, own);
  return message && `${item.slug}: ${message}.`;
}

/** The numbers of the seasons that a series had and has no longer. */
function droppedSeasons(
  { seasons = [] }: Pick<OfferedSeasons, "seasons">,
  before: SeriesSeasons | undefined,
): number[] {
  const kept = new Set(seasons.map(({ season }) => season));
  return (before?.seasons ?? []).map(({ season }) => season).filter((one) => !kept.has(one));
}

/** How many episodes a message names. */
const maxNamed = 5;

function explainDropped(
  series: string,
  episodes: readonly { readonly slug: string; readonly season: number }[],
): string {
  const named = episodes.slice(0, maxNamed).map(({ slug, season }) => `${slug} (season ${season})`);
  const others = episodes.length > maxNamed ? ` and ${episodes.length - maxNamed} more` : "";
  return `${series} leaves out a season that has episodes: ${named.join(", ")}${others}. Keep that season in its series.yaml, publish the episodes with another one that the series has, and leave it out then.`;
}
