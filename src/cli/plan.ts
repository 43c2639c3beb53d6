import type { Client } from "./client.ts";
import type { GatheredWork, LocalBlob } from "./gather.ts";
import { Stop } from "./stop.ts";

/** A work with what publishing it would change. */
export interface PlannedWork {
  readonly work: GatheredWork;
  readonly change: "create" | "update" | "none";
  /** The digest of the revision that is current on the server; null for a new work. */
  readonly replaces: string | null;
  /** The blobs to send before it can be published. */
  readonly missing: readonly LocalBlob[];
}

/**
 * Asks the server what would change, and puts the works in the order they have to be published: the
 * library's face, then series, then what stands in them. Writes nothing.
 */
export async function planWorks(
  client: Client,
  works: readonly GatheredWork[],
): Promise<PlannedWork[]> {
  const answer = await client.plan(
    works.map(({ record, digest, blobs }) => {
      return { slug: record.slug, digest, blobs: blobs.map((blob) => blob.sha256) };
    }),
  );
  const bySlug = new Map(answer.works.map((work) => [work.slug, work]));
  const missing = new Set(answer.missingBlobs);
  const planned = works.map((work): PlannedWork => {
    const found = bySlug.get(work.record.slug);
    if (found === undefined) throw new Stop(`The server's plan leaves out ${work.record.slug}.`);
    return {
      work,
      change: found.change,
      replaces: found.digest,
      missing: work.blobs.filter((blob) => missing.has(blob.sha256)),
    };
  });
  return planned.sort((a, b) => rank(a) - rank(b));
}

/** The works for which there is something to do. */
export function changedWorks(planned: readonly PlannedWork[]): PlannedWork[] {
  return planned.filter(({ change, missing }) => change !== "none" || missing.length > 0);
}

/** The blobs to send for some works, each once. */
export function blobsToSend(planned: readonly PlannedWork[]): LocalBlob[] {
  const blobs = planned.flatMap(({ missing }) => missing);
  return [...new Map(blobs.map((blob) => [blob.sha256, blob])).values()];
}

function rank({ work }: PlannedWork): number {
  const { kind } = work.record;
  return kind === "Library" ? 0 : kind === "Series" ? 1 : 2;
}
