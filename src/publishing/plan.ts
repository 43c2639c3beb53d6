import type { PlanAnswer, PlannedWork } from "../api/contract/publishing.ts";
import { blobsOf } from "../records/blobs.ts";
import { diffRecords } from "../records/diff/diff.ts";
import { canonicalJson, digestOf } from "../records/digest.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { findMissingBlobs } from "../storage/blobs.ts";
import type { Database } from "../storage/database.ts";
import { findRefusedFiles } from "../storage/files/withdrawn-files.ts";
import { readSeasons } from "../storage/lists/seasons.ts";
import { readChangedRevisions } from "../storage/publish.ts";
import { readFormerSlugs } from "../storage/slugs/former-slugs.ts";
import { refusedFileWarnings, warningsFor } from "./plan-warnings.ts";
import { findSeasonWarnings } from "./requirements/seasons.ts";
import { identifyWork, slugsOf } from "./slugs/identify-work.ts";
import { findWorksWithSameContent } from "./slugs/same-content.ts";

/** What publishing the records would change, and which files must be uploaded first. */
export type PlanResult = Pick<PlanAnswer, "works" | "missingBlobs">;

/** Compares records with the library, field by field. Writes nothing. */
export async function plan(
  database: Database,
  records: readonly LibraryItem[],
  now: Date,
): Promise<PlanResult> {
  const candidates = await Promise.all(
    records.map(async (item) => {
      const digest = await digestOf(item);
      return slugsOf(item).map((slug) => ({ slug, digest }));
    }),
  );
  const blobs = [...new Set(records.flatMap(blobsOf).map((blob) => blob.sha256))];
  const named = [...records.flatMap(slugsOf), ...referencedSeries(records)];
  const former = await readFormerSlugs(database, named);
  const plannedSeries = records.filter(({ kind }) => kind === "Series").flatMap(slugsOf);
  const seriesSlugs = referencedSeries(records).map((slug) => former.get(slug) ?? slug);
  const [revisions, series, missing, refused] = await Promise.all([
    readChangedRevisions(database, candidates.flat()),
    readSeasons(database, [...seriesSlugs, ...plannedSeries]),
    findMissingBlobs(database, blobs),
    findRefusedFiles(database, blobs, ""),
  ]);
  const owners = new Map(refused.map(({ sha256, slug }) => [sha256, slug]));
  const bySlug = new Map(revisions.map((revision) => [revision.slug, revision]));
  const identities = records.map((item) => identifyWork(item, bySlug, former));
  const newWorks = records.filter((_, index) => identities[index]?.current === undefined);
  const twins = await findWorksWithSameContent(database, newWorks, records);
  const knownSeries = new Set([
    ...seriesSlugs.filter((slug) => series.has(slug)),
    ...plannedSeries,
  ]);
  const seasonWarnings = await findSeasonWarnings(database, records, series, former);
  const works = records.map((item, index): PlannedWork => {
    const { current, renamedFrom, conflict } = identities[index] ?? noIdentity;
    const isSame = current !== undefined && isUnchanged(current.record, item);
    const changes = isSame ? [] : diffRecords(current?.record, item);
    const context = { current, conflict, twin: twins.get(item.slug), former, knownSeries };
    const warnings = isSame
      ? []
      : [
          ...warningsFor(item, context, now.toISOString()),
          ...[seasonWarnings.get(item.slug) ?? []].flat(),
          ...refusedFileWarnings(item, renamedFrom ?? item.slug, owners),
        ];
    return {
      slug: item.slug,
      change: current === undefined ? "create" : isSame ? "none" : "update",
      renamedFrom: renamedFrom ?? null,
      revision: current?.number ?? null,
      digest: current?.digest ?? null,
      changes,
      warnings,
    };
  });
  // A withdrawn file would be refused: a client needn't send it.
  return { works, missingBlobs: missing.filter((sha256) => !owners.has(sha256)) };
}

const noIdentity = { current: undefined, renamedFrom: undefined, conflict: undefined };

/** Compares contents: a record of an older version may be the same work with another digest. */
function isUnchanged(stored: LibraryItem | undefined, item: LibraryItem): boolean {
  return stored === undefined || canonicalJson(stored) === canonicalJson(item);
}

function referencedSeries(records: readonly LibraryItem[]): string[] {
  const slugs = records.flatMap((item) => (item.kind === "Episode" ? (item.series ?? []) : []));
  return [...new Set(slugs)];
}
