import * as z from "zod";
import { digest } from "../../records/schema/publishing-fields.ts";
import { slug } from "../../records/schema/slug.ts";
import { anyRecord } from "../../records/schema/versions.ts";
import type { Immutable } from "./immutable.ts";
import { recordChange } from "./record-change.ts";

/** Plan, upload and apply (DESIGN 5). */

/** How many works one plan may have. */
export const maxPlannedWorks = 500;

/** `POST /api/v1/staff/plan`: the records as they would be published. */
export const planRequest = z.strictObject({ works: z.array(anyRecord).max(maxPlannedWorks) });

const appliedChange = z.enum(["create", "update", "none"]);

const planWarning = z.object({
  type: z.enum([
    "becomes-draft",
    "behind-original",
    "kind-changed",
    "mentions-allowed",
    "missing-season",
    "missing-series",
    "possible-rename",
    "scheduled",
    "season-in-use",
    "slug-conflict",
    "withdrawn",
  ]),
  /** For staff, in plain words. */
  message: z.string(),
});
export type PlanWarning = Immutable<z.infer<typeof planWarning>>;

const plannedWork = z.object({
  slug,
  change: appliedChange,
  /** The slug that the work has until now, if publishing the record renames it. */
  renamedFrom: slug.nullable().default(null),
  /** The current revision's number and digest; null for a new work. */
  revision: z.int().nullable(),
  digest: digest.nullable(),
  changes: z.array(recordChange),
  warnings: z.array(planWarning),
});
export type PlannedWork = Immutable<z.infer<typeof plannedWork>>;

/** An upload that was started and not finished. */
const unfinishedUpload = z.object({
  sha256: digest,
  /** The path to continue it at, on the library's own host. */
  url: z.string(),
  /** How many bytes have arrived. */
  offset: z.int(),
  /** In bytes. */
  size: z.int(),
});

export const planAnswer = z.object({
  works: z.array(plannedWork),
  /** The digests of the files to upload. */
  missingBlobs: z.array(digest),
  /** How many bytes an upload should send in one request. */
  partSize: z.int(),
  uploads: z.array(unfinishedUpload),
});
export type PlanAnswer = Immutable<z.infer<typeof planAnswer>>;

/** `PUT /api/v1/staff/blobs/{sha256}.{ext}` */
export const storedBlob = z.object({
  sha256: digest,
  /** False if the library had the file already. */
  stored: z.boolean(),
});
export type StoredBlob = Immutable<z.infer<typeof storedBlob>>;

/** `PUT /api/v1/staff/works/{slug}` takes a record. */
export { anyRecord as workRequest };

export const applied = z.object({ slug, change: appliedChange, revision: z.int(), digest });
export type Applied = Immutable<z.infer<typeof applied>>;
