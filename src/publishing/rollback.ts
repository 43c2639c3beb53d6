import type { ChangeResult } from "../api/contract/changes.ts";
import { blobsOf } from "../records/blobs.ts";
import { digestOf } from "../records/digest.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import { statusOf } from "../records/visibility.ts";
import { RevisionConflict } from "../storage/constraints.ts";
import type { Database } from "../storage/database.ts";
import { type History, type Revision, readRevision } from "../storage/history.ts";
import { readLineage } from "../storage/lineage.ts";
import { readFullRecord, setCurrentRevision, writeRevision } from "../storage/publish.ts";
import { type ChangeRequest, readExpectedHistory } from "./change.ts";
import { addCorrections } from "./corrections.ts";
import { requireNoMentions } from "./mentions.ts";
import { PublishingError, revisionNotFound } from "./publishing-error.ts";
import { requireBlobs } from "./requirements/blobs.ts";
import { requireSeasons } from "./requirements/seasons.ts";
import { requireSeries } from "./requirements/series.ts";
import { revisionConflictError } from "./revision-conflict.ts";
import { readTexts } from "./texts.ts";

/**
 * Makes an older revision current again. No revision is created or removed.
 * @param number the revision to make current; undefined for the one before the current one
 * @throws PublishingError; nothing is written then
 */
export async function rollback(
  database: Database,
  bucket: R2Bucket,
  request: ChangeRequest,
  number: number | undefined,
): Promise<ChangeResult> {
  const { slug } = request;
  const history = await readExpectedHistory(database, request);
  if (history.status === "withdrawn") {
    throw new PublishingError(
      "withdrawn",
      `${slug} was withdrawn: restore it instead of rolling it back.`,
    );
  }
  const target = number ?? revisionBefore(history);
  const revision = await requireRevision(database, slug, target);
  if (target === history.current) {
    return { slug, change: "none", revision: target, digest: revision.digest };
  }
  if (statusOf(upgradeRecord(revision.record)) === "withdrawn") {
    const detail = `Revision ${target} of ${slug} is a withdrawal: withdraw it instead, so that its files go too.`;
    throw new PublishingError("withdrawn", detail);
  }
  return makeRevisionCurrent(database, bucket, {
    ...request,
    action: "rollback",
    from: history,
    revision,
  });
}

/** The revision that the current one replaced when it was first published. */
function revisionBefore({ slug, current, events }: History): number {
  const firstPublished = events.findLast(({ toRevision }) => toRevision === current);
  if (firstPublished?.fromRevision == null) {
    throw new PublishingError(
      "no-such-revision",
      `Revision ${current} is the first of ${slug}, so there is nothing to roll back to. Withdraw the work, or make it a draft.`,
    );
  }
  return firstPublished.fromRevision;
}

/** @throws PublishingError if the work has no revision with this number */
async function requireRevision(database: Database, slug: string, number: number) {
  const revision = await readRevision(database, slug, number);
  if (revision !== undefined) return revision;
  throw revisionNotFound(slug, number);
}

interface RevisionMove extends ChangeRequest {
  readonly action: "rollback" | "restore";
  readonly from: History;
  readonly revision: Revision;
}

/**
 * Makes an older revision current, if all its files are stored. One from before the work was renamed is written
 * once more with the slugs that the work has today, so that a rollback changes no address.
 * @throws PublishingError; nothing is written then
 */
export async function makeRevisionCurrent(
  database: Database,
  bucket: R2Bucket,
  { slug, action, from, revision, actor, now }: RevisionMove,
): Promise<ChangeResult> {
  const older = upgradeRecord(revision.record);
  const record = older.slug === slug ? older : await withSlugsOfToday(database, older, slug);
  const digest = older.slug === slug ? revision.digest : await digestOf(record);
  const series = await requireSeries(database, record);
  // A withdrawn work comes back as it was, even if its series has lost the season since: pages show it last.
  if (action === "rollback") await requireSeasons(database, record, series, slug);
  await requireBlobs(database, slug, blobsOf(record));
  await requireNoMentions(database, bucket, record);
  const lineage = await readLineage(database, slug, revision.number);
  const texts = await addCorrections(bucket, record, await readTexts(bucket, record), lineage);
  const at = now.toISOString();
  const change = { record, digest, texts, replaces: from.digest, action, actor, now: at };
  try {
    const number = older.slug === slug ? revision.number : await writeRevision(database, change);
    if (older.slug === slug) await setCurrentRevision(database, { ...change, number });
    return { slug, change: action, revision: number, digest };
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    await requireBlobs(database, slug, blobsOf(record));
    throw await revisionConflictError(database, slug, from.digest);
  }
}

/** An older record with the slug and the former slugs of the work's current record. */
async function withSlugsOfToday(
  database: Database,
  older: LibraryItem,
  slug: string,
): Promise<LibraryItem> {
  const current = (await readFullRecord(database, slug))?.record;
  if (current === undefined || current.kind === "Library" || older.kind === "Library") return older;
  return { ...older, slug, formerSlugs: current.formerSlugs };
}
