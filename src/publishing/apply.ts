import type { Applied } from "../api/contract/publishing.ts";
import { blobsOf } from "../records/blobs.ts";
import { digestOf } from "../records/digest.ts";
import { withArticle } from "../records/schema/kinds.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { BlobRemoved, RevisionConflict } from "../storage/constraints.ts";
import type { Database } from "../storage/database.ts";
import { readLineage } from "../storage/lineage.ts";
import { type CurrentRevision, readCurrentRevisions, writeRevision } from "../storage/publish.ts";
import { readFormerSlugs } from "../storage/slugs/former-slugs.ts";
import { addCorrections } from "./corrections.ts";
import { requireNoMentions } from "./mentions.ts";
import { PublishingError } from "./publishing-error.ts";
import { requireBlobs } from "./requirements/blobs.ts";
import { requireSeasons } from "./requirements/seasons.ts";
import { revisionConflictError } from "./revision-conflict.ts";
import { identifyWork, slugsOf } from "./slugs/identify-work.ts";
import { readTexts } from "./texts.ts";

export interface ApplyRequest {
  readonly record: LibraryItem;
  /** The digest of the revision that was planned against; undefined for a new work. */
  readonly replaces: string | undefined;
  /** The name of the person who publishes, for the audit trail. */
  readonly actor: string;
  readonly now: Date;
}

/**
 * Publishes a record: one batch writes its revision, its indexes and the audit event. If the record is the
 * current revision already, nothing is written.
 * @throws PublishingError; nothing is written then
 */
export async function apply(
  database: Database,
  bucket: R2Bucket,
  { record, replaces, actor, now }: ApplyRequest,
): Promise<Applied> {
  const { slug } = record;
  const digest = await digestOf(record);
  const named = record.kind === "Episode" && record.series !== undefined ? [record.series] : [];
  const former = await readFormerSlugs(database, [...slugsOf(record), ...named]);
  const [series] = named.map((name) => former.get(name) ?? name);
  const slugs = [...slugsOf(record), ...(series === undefined ? [] : [series])];
  const revisions = await readCurrentRevisions(database, slugs);
  const works = new Map(revisions.map((revision) => [revision.slug, revision]));
  const { current, renamedFrom, conflict } = identifyWork(record, works, former);
  const slugBefore = renamedFrom ?? slug;
  if (current?.digest === digest) {
    return { slug, change: "none", revision: current.number, digest };
  }
  if (conflict !== undefined) throw new PublishingError("slug-conflict", conflict);
  if (current?.digest !== replaces) {
    throw await revisionConflictError(database, slugBefore, replaces);
  }
  requireReplaceable(current, record);
  if (series !== undefined && !revisions.some((r) => r.slug === series && r.kind === "Series")) {
    throw new PublishingError(
      "missing-series",
      `The series ${series} isn't in the library yet: publish its series.yaml first.`,
    );
  }
  await requireSeasons(database, record, series, slugBefore);
  await requireBlobs(database, slugBefore, blobsOf(record));
  await requireNoMentions(database, bucket, record);
  const at = now.toISOString();
  const lineage =
    record.kind === "Episode" ? [{ record, at }, ...(await readLineage(database, slugBefore))] : [];
  const texts = await addCorrections(bucket, record, await readTexts(bucket, record), lineage);
  try {
    const change = { record, digest, texts, replaces, renamedFrom, actor, now: at };
    const revision = await writeRevision(database, change);
    return { slug, change: current === undefined ? "create" : "update", revision, digest };
  } catch (error) {
    if (error instanceof RevisionConflict) {
      throw await revisionConflictError(database, slugBefore, replaces);
    }
    // A withdrawal has removed a file meanwhile: say which.
    if (error instanceof BlobRemoved) await requireBlobs(database, slugBefore, blobsOf(record));
    throw error;
  }
}

/** @throws PublishingError if a work is of another kind, or withdrawn */
function requireReplaceable(current: CurrentRevision | undefined, { slug, kind }: LibraryItem) {
  if (current !== undefined && current.kind !== kind) {
    throw new PublishingError(
      "kind-changed",
      `${slug} is ${withArticle(current.kind)}: give the ${kind} another slug, as slugs are never reused.`,
    );
  }
  // Publishing a whole folder must not bring back a film whose speaker is at risk.
  if (current?.status === "withdrawn") {
    throw new PublishingError(
      "withdrawn",
      `${slug} was withdrawn. Restore it before you publish it again.`,
    );
  }
}
