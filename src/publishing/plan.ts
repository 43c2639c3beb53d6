import { z } from "zod";
import { slug } from "../library/fields.ts";
import { missingBlobs } from "../storage/blobs.ts";
import type { Database } from "../storage/database.ts";
import { readCurrentRevisions } from "../storage/publish.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What the command line asks before it changes anything: works by digest, with the blobs they name. */
export const planRequest = z.strictObject({
  works: z.array(z.strictObject({ slug, digest, blobs: z.array(digest).max(1000) })).max(1000),
});

export type PlanRequest = z.infer<typeof planRequest>;

export interface PlannedWork {
  readonly slug: string;
  readonly change: "create" | "update" | "none";
  /** The current revision's number and digest; null for a new work. */
  readonly revision: number | null;
  readonly digest: string | null;
}

export interface Plan {
  readonly works: readonly PlannedWork[];
  /** The digests of the blobs that have to be sent. */
  readonly missingBlobs: readonly string[];
}

/** Says what publishing would change. Writes nothing. */
export async function plan(database: Database, request: PlanRequest): Promise<Plan> {
  const slugs = request.works.map((work) => work.slug);
  const digests = [...new Set(request.works.flatMap((work) => work.blobs))];
  const [current, missing] = await Promise.all([
    readCurrentRevisions(database, slugs),
    missingBlobs(database, digests),
  ]);
  const bySlug = new Map(current.map((revision) => [revision.slug, revision]));
  const works = request.works.map((work): PlannedWork => {
    const now = bySlug.get(work.slug);
    if (now === undefined) {
      return { slug: work.slug, change: "create", revision: null, digest: null };
    }
    const change = now.digest === work.digest ? "none" : "update";
    return { slug: work.slug, change, revision: now.number, digest: now.digest };
  });
  return { works, missingBlobs: missing };
}
