import { checkFormerSlugs, slugsOf } from "./check-former-slugs.ts";
import { checkSeasonNumbers, checkSeasons } from "./check-seasons.ts";
import { nearestWord } from "./errors/nearest.ts";
import type { Problem } from "./errors/problem.ts";
import type { LocatedManifest } from "./located-manifest.ts";
import { checkMentionsInSeries } from "./mentions/check-mentions-in-series.ts";
import type { EpisodeManifest, Manifest, SeriesManifest } from "./schema.ts";
import type { Path } from "./source.ts";
import { checkTopicWords } from "./topics/check-topics.ts";

/**
 * Finds what can't be seen in one manifest: two works with the same slug, a series or a related work that
 * doesn't exist. An unknown series is an error if the folder contains series, else a warning: a single
 * episode may be published into a series that is already in the library.
 * @param nearbySeries series outside the folder, such as an episode's own series.yaml
 * @param isComplete false if a manifest couldn't be read: then nothing is reported as missing
 */
export function checkAcrossManifests(
  works: readonly LocatedManifest[],
  nearbySeries: readonly SeriesManifest[] = [],
  isComplete = true,
): Problem[] {
  const problems: Problem[] = [];
  const add = (
    work: LocatedManifest,
    path: Path,
    severity: Problem["severity"],
    message: string,
  ) => {
    problems.push({ file: work.file, ...work.locationOf(path), severity, message });
  };
  const bySlug = new Map<string, LocatedManifest>();
  const numbers = new Map<string, LocatedManifest>();
  for (const work of works) {
    const { slug } = work.manifest;
    const other = bySlug.get(slug);
    if (other === undefined) bySlug.set(slug, work);
    else {
      const where = `${other.file}:${other.locationOf(["slug"]).line}`;
      add(work, ["slug"], "error", `${slug} is also the slug of ${where}: choose another`);
    }
    const number = numberOf(work.manifest);
    const sameNumber = number === undefined ? undefined : numbers.get(number);
    if (number !== undefined && sameNumber === undefined) numbers.set(number, work);
    if (sameNumber !== undefined) {
      add(
        work,
        ["episode"],
        "warning",
        `${sameNumber.file} has the same number in the same series`,
      );
    }
  }

  problems.push(...checkFormerSlugs(works));
  problems.push(...checkMentionsInSeries(works));
  problems.push(...checkTopicWords(works));
  const ownSeries = works.flatMap(({ manifest }) => (manifest.kind === "Series" ? [manifest] : []));
  problems.push(...checkSeasonNumbers(works, [...ownSeries, ...nearbySeries]));
  if (!isComplete) return problems;
  problems.push(...checkSeasons(works));
  const series = ownSeries.flatMap(slugsOf);
  const slugs = new Set(works.flatMap(({ manifest }) => slugsOf(manifest)));
  const known = [...series, ...nearbySeries.flatMap(slugsOf)];
  const isWholeLibrary = works.some(({ manifest }) => manifest.kind === "Library");
  for (const work of works) {
    const { manifest } = work;
    if (manifest.kind === "Episode" && manifest.series !== undefined) {
      const unknownSeries = known.includes(manifest.series) ? undefined : manifest.series;
      const severity = series.length > 0 || isWholeLibrary ? "error" : "warning";
      if (unknownSeries !== undefined) {
        add(work, ["series"], severity, explainUnknownSeries(unknownSeries, known));
      }
    }
    if (!isWholeLibrary || !("related" in manifest)) continue;
    for (const [index, slug] of (manifest.related ?? []).entries()) {
      if (slugs.has(slug)) continue;
      const near = nearestWord(slug, bySlug.keys());
      const advice = near === undefined ? "the link will lead nowhere" : `did you mean ${near}?`;
      add(work, ["related", index], "warning", `no work here has the slug ${slug}: ${advice}`);
    }
  }
  return problems;
}

function numberOf(manifest: Manifest): string | undefined {
  if (manifest.kind !== "Episode") return undefined;
  const { series, season, episode }: EpisodeManifest = manifest;
  if (series === undefined || episode === undefined) return undefined;
  return `${series} ${season ?? ""} ${episode}`;
}

function explainUnknownSeries(slug: string, known: readonly string[]): string {
  const near = nearestWord(slug, known);
  const advice =
    near === undefined
      ? "write its series.yaml, or check it together with this one"
      : `did you mean ${near}?`;
  return `no series here has the slug ${slug}: ${advice}`;
}
