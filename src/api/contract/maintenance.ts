import * as z from "zod";
import { digest } from "../../records/schema/publishing-fields.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Immutable } from "./immutable.ts";

/** What keeps storage and search in order. */

/** `POST /api/v1/staff/sweep`: nothing is removed unless `dryRun` is false. */
export const sweepRequest = z.strictObject({ dryRun: z.boolean().default(true) });

/** A file's digest and its size in bytes. */
const sweptBlob = z.object({ sha256: digest, size: z.int() });

export const sweepReport = z.object({
  dryRun: z.boolean(),
  /** Uploads that expired, and what others left in R2. */
  uploads: z.array(z.string()),
  /** How many preview links had expired. */
  previews: z.int(),
  /** How many reports of mistakes were done or deleted long ago. */
  reports: z.int(),
  /** Files that no kept revision names. */
  blobs: z.array(sweptBlob),
  /** Files in R2 that D1 doesn't list as stored. */
  strays: z.array(sweptBlob),
  /** Digests of files that D1 lists as stored and R2 doesn't have. */
  lost: z.array(digest),
});
export type SweepReport = Immutable<z.infer<typeof sweepReport>>;

/** The query of lists by digest. */
export const afterDigest = z.object({
  after: digest
    .optional()
    .describe("The list begins after this digest: the `next` of the answer before."),
});

/** `GET /api/v1/staff/withdrawals?after={sha256}`: what was withdrawn and is back, but wasn't restored. */
export const withdrawalCheck = z.object({
  /** The works that readers see again. */
  works: z.array(slug),
  /** The files that are stored again, with their withdrawn work. */
  files: z.array(z.object({ sha256: digest, slug })),
  /** The digest to send as `after` for the next files; null if all were checked. */
  next: digest.nullable(),
});
export type WithdrawalCheck = Immutable<z.infer<typeof withdrawalCheck>>;

/** `POST /api/v1/staff/search-index?after={slug}` */
export const searchIndexProgress = z.object({
  /** How many works were indexed. */
  indexed: z.int(),
  /** The slug to send as `after` for the next works; null if all are done. */
  next: slug.nullable(),
});
export type SearchIndexProgress = Immutable<z.infer<typeof searchIndexProgress>>;
