import type { PlanAnswer, PlannedWork, PlanWarning } from "../api/contract/publishing.ts";
import { blobsOf } from "../records/blobs.ts";
import { diffRecords } from "../records/diff/diff.ts";
import { staleLanguages } from "../records/diff/stale.ts";
import { canonicalJson, digestOf } from "../records/digest.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { publishedAt, statusOf, visibilityOf } from "../records/visibility.ts";
import { findMissingBlobs } from "../storage/blobs.ts";
import type { Database } from "../storage/database.ts";
import { findRefusedFiles } from "../storage/files/withdrawn-files.ts";
import {
  type ChangedRevision,
  readChangedRevisions,
  readCurrentRevisions,
} from "../storage/publish.ts";
import { refusedFileMessage } from "./missing-blobs.ts";

/** What publishing the records would change, and which files must be uploaded first. */
export type PlanResult = Pick<PlanAnswer, "works" | "missingBlobs">;

/** Compares records with the library, field by field. Writes nothing. */
export async function plan(
  database: Database,
  records: readonly LibraryItem[],
  now: Date,
): Promise<PlanResult> {
  const digests = await Promise.all(
    records.map(async (item) => ({ slug: item.slug, digest: await digestOf(item) })),
  );
  const blobs = [...new Set(records.flatMap(blobsOf).map((blob) => blob.sha256))];
  const [current, series, missing, refused] = await Promise.all([
    readChangedRevisions(database, digests),
    readCurrentRevisions(database, referencedSeries(records)),
    findMissingBlobs(database, blobs),
    findRefusedFiles(database, blobs, ""),
  ]);
  const owners = new Map(refused.map(({ sha256, slug }) => [sha256, slug]));
  const bySlug = new Map(current.map((revision) => [revision.slug, revision]));
  const knownSeries = new Set(
    [...series, ...records].filter(({ kind }) => kind === "Series").map(({ slug }) => slug),
  );
  const works = records.map((item): PlannedWork => {
    const revision = bySlug.get(item.slug);
    const isSame = revision !== undefined && isUnchanged(revision.record, item);
    const changes = isSame ? [] : diffRecords(revision?.record, item);
    const warnings = isSame
      ? []
      : [
          ...warningsFor(item, revision, knownSeries, now.toISOString()),
          ...refusedFileWarnings(item, owners),
        ];
    return {
      slug: item.slug,
      change: revision === undefined ? "create" : isSame ? "none" : "update",
      revision: revision?.number ?? null,
      digest: revision?.digest ?? null,
      changes,
      warnings,
    };
  });
  // A withdrawn file would be refused: a client needn't send it.
  return { works, missingBlobs: missing.filter((sha256) => !owners.has(sha256)) };
}

/** One warning for each file that was withdrawn with another work. @param owners withdrawn works by digest */
function refusedFileWarnings(
  item: LibraryItem,
  owners: ReadonlyMap<string, string>,
): PlanWarning[] {
  return blobsOf(item).flatMap((blob): PlanWarning[] => {
    const owner = owners.get(blob.sha256);
    if (owner === undefined || owner === item.slug) return [];
    return [{ type: "withdrawn", message: refusedFileMessage(item.slug, blob, owner) }];
  });
}

/** Compares contents: a record of an older version may be the same work with another digest. */
function isUnchanged(stored: LibraryItem | undefined, item: LibraryItem): boolean {
  return stored === undefined || canonicalJson(stored) === canonicalJson(item);
}

function referencedSeries(records: readonly LibraryItem[]): string[] {
  const slugs = records.flatMap((item) => (item.kind === "Episode" ? (item.series ?? []) : []));
  return [...new Set(slugs)];
}

/**
 * What a person should know before confirming. `apply` rejects records with the warnings `kind-changed`,
 * `missing-series` and `withdrawn`.
 */
function warningsFor(
  item: LibraryItem,
  current: ChangedRevision | undefined,
  knownSeries: ReadonlySet<string>,
  now: string,
): PlanWarning[] {
  const { slug } = item;
  const warnings: PlanWarning[] = [];
  const warn = (type: PlanWarning["type"], message: string) => warnings.push({ type, message });
  if (current !== undefined && current.kind !== item.kind) {
    warn(
      "kind-changed",
      `${slug} is a ${current.kind} in the library: it can't become a ${item.kind}.`,
    );
  }
  if (item.kind === "Episode" && item.series !== undefined && !knownSeries.has(item.series)) {
    warn("missing-series", `The series ${item.series} isn't in the library: publish it first.`);
  }
  const stale = current?.record === undefined ? [] : staleLanguages(current.record, item);
  for (const language of stale) {
    warn(
      "behind-original",
      `${slug}: the text in ${item.inLanguage} has changed, and its translation to ${language} hasn't. Update the translation, or mark it with stale: true so that readers know.`,
    );
  }
  if (current?.status === "withdrawn") {
    warn("withdrawn", `${slug} was withdrawn. Restore it before you publish it again.`);
  } else if (current?.status === "published" && statusOf(item) === "draft") {
    warn(
      "becomes-draft",
      `${slug} is public and becomes a draft: its pages and embeds will disappear.`,
    );
  } else if (statusOf(item) === "published" && visibilityOf(item, now) === "hidden") {
    warn("scheduled", `${slug} becomes public at ${publishedAt(item)}.`);
  }
  return warnings;
}
