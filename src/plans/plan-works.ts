import type { PlannedWork as ServerPlannedWork } from "../api/contract.ts";
import type { LoadedWork, LocalBlob } from "../inspection/load-work.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import type { ServerPlan } from "./split-plan.ts";

/** A blob that the library doesn't have. */
export interface MissingBlob extends LocalBlob {
  /** The address of an unfinished upload of it, if there is one. */
  readonly resumeUrl: string | undefined;
}

/** A work with what publishing it would change. */
export interface PlannedWork {
  readonly work: LoadedWork;
  readonly change: ServerPlannedWork["change"];
  /** The slug that the work has in the library until now, if publishing it renames it. */
  readonly renamedFrom: string | null;
  /** The digest of the current revision on the server; null for a new work. */
  readonly replaces: string | null;
  /** The number of that revision. */
  readonly revision: number | null;
  /** The differences, field by field. */
  readonly changes: ServerPlannedWork["changes"];
  /** What staff should know before they confirm. */
  readonly warnings: ServerPlannedWork["warnings"];
  /** The blobs to upload before the work can be published. */
  readonly missing: readonly MissingBlob[];
}

/** The library that is asked what publishing would change. */
export interface Planner {
  /** What publishing these records would change, and which files the library doesn't have. */
  plan(records: readonly LibraryItem[]): Promise<ServerPlan>;
}

/**
 * Asks the server what publishing would change. Writes nothing.
 * @returns the works in publishing order
 * @throws Error if the answer leaves out a work
 */
export async function planWorks(
  planner: Planner,
  works: readonly LoadedWork[],
): Promise<PlannedWork[]> {
  const answer = await planner.plan(works.map(({ record }) => record));
  const bySlug = new Map(answer.works.map((work) => [work.slug, work]));
  const missing = new Set(answer.missingBlobs);
  const unfinishedUploads = new Map(answer.uploads.map(({ sha256, url }) => [sha256, url]));
  const planned = works.map((work): PlannedWork => {
    const serverPlan = bySlug.get(work.record.slug);
    if (serverPlan === undefined) {
      throw new Error(`The server's plan leaves out ${work.record.slug}.`);
    }
    return {
      work,
      change: serverPlan.change,
      renamedFrom: serverPlan.renamedFrom,
      replaces: serverPlan.digest,
      revision: serverPlan.revision,
      changes: serverPlan.changes,
      warnings: serverPlan.warnings,
      missing: work.blobs
        .filter((blob) => missing.has(blob.sha256))
        .map((blob): MissingBlob => {
          return { ...blob, resumeUrl: unfinishedUploads.get(blob.sha256) };
        }),
    };
  });
  return planned.sort((a, b) => orderOf(a) - orderOf(b));
}

/** A series that leaves out a season comes after the episodes that leave it: the server refuses it before. */
export function orderOf({ work, changes }: Pick<PlannedWork, "work" | "changes">): number {
  const { kind } = work.record;
  const inSeasons = changes.filter(({ field }) => field === "seasons");
  const onlyDrops = inSeasons.length > 0 && inSeasons.every(({ sign }) => sign === "-");
  return kind === "Series" && onlyDrops ? afterAllOthers : publishingOrder(kind);
}

/** The works with something to publish or to upload. */
export function changedWorks(planned: readonly PlannedWork[]): PlannedWork[] {
  return planned.filter(({ change, missing }) => change !== "none" || missing.length > 0);
}

/** The blobs to upload for some works, without duplicates. */
export function blobsToUpload(planned: readonly PlannedWork[]): MissingBlob[] {
  const blobs = planned.flatMap(({ missing }) => missing);
  return [...new Map(blobs.map((blob) => [blob.sha256, blob])).values()];
}

/**
 * A number to sort works by before they are published: the library's settings come first, then series, then
 * the works that belong to them.
 */
export function publishingOrder(kind: LibraryItem["kind"] | undefined): number {
  if (kind === "Library") return 0;
  return kind === "Series" ? 1 : 2;
}

const afterAllOthers = 3;

const refusedWarnings: ReadonlySet<PlannedWork["warnings"][number]["type"]> = new Set([
  "kind-changed",
  "missing-season",
  "season-in-use",
  "slug-conflict",
  "withdrawn",
]);

/**
 * Why the server will refuse a work; undefined if it may accept it. Nothing is uploaded for a refused work:
 * the files of a withdrawn work must not come back.
 */
export function refusalMessage({ warnings }: PlannedWork): string | undefined {
  return warnings.find(({ type }) => refusedWarnings.has(type))?.message;
}
