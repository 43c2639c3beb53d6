import type { PlannedWork as ServerPlannedWork } from "../../api/contract.ts";
import type { Client } from "../api/client.ts";
import { CliError } from "../cli-error.ts";
import type { LoadedWork, LocalBlob } from "../manifests/load-work.ts";

/** A blob to send, with the address of an upload of it that was begun before. */
export interface MissingBlob extends LocalBlob {
  readonly resumeUrl?: string | undefined;
}

/** A work with what publishing it would change. */
export interface PlannedWork {
  readonly work: LoadedWork;
  readonly change: ServerPlannedWork["change"];
  /** The digest of the revision that is current on the server; null for a new work. */
  readonly replaces: string | null;
  /** The number of that revision. */
  readonly revision: number | null;
  /** What differs, field by field. */
  readonly changes: ServerPlannedWork["changes"];
  /** What staff should know before they say yes. */
  readonly warnings: ServerPlannedWork["warnings"];
  /** The blobs to send before it can be published. */
  readonly missing: readonly MissingBlob[];
}

/**
 * Asks the server what would change, and puts the works in the order they have to be published: the
 * library's face, then series, then what stands in them. Writes nothing.
 */
export async function planWorks(
  client: Client,
  works: readonly LoadedWork[],
): Promise<PlannedWork[]> {
  const answer = await client.plan(works.map(({ record }) => record));
  const bySlug = new Map(answer.works.map((work) => [work.slug, work]));
  const missing = new Set(answer.missingBlobs);
  const begun = new Map(answer.uploads.map(({ sha256, url }) => [sha256, url]));
  const planned = works.map((work): PlannedWork => {
    const found = bySlug.get(work.record.slug);
    if (found === undefined)
      throw new CliError(`The server's plan leaves out ${work.record.slug}.`);
    return {
      work,
      change: found.change,
      replaces: found.digest,
      revision: found.revision,
      changes: found.changes,
      warnings: found.warnings,
      missing: work.blobs
        .filter((blob) => missing.has(blob.sha256))
        .map((blob) => ({ ...blob, resume: begun.get(blob.sha256) })),
    };
  });
  return planned.sort((a, b) => rank(a) - rank(b));
}

/** The works for which there is something to do. */
export function changedWorks(planned: readonly PlannedWork[]): PlannedWork[] {
  return planned.filter(({ change, missing }) => change !== "none" || missing.length > 0);
}

/** The blobs to send for some works, each once. */
export function blobsToUpload(planned: readonly PlannedWork[]): MissingBlob[] {
  const blobs = planned.flatMap(({ missing }) => missing);
  return [...new Map(blobs.map((blob) => [blob.sha256, blob])).values()];
}

function rank({ work }: PlannedWork): number {
  const { kind } = work.record;
  return kind === "Library" ? 0 : kind === "Series" ? 1 : 2;
}
