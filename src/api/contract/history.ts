import * as z from "zod";
import {
  auditAction,
  digest,
  kind,
  revisionNumber,
  timestamp,
  workStatus,
} from "../../records/schema/publishing-fields.ts";
import { blob } from "../../records/schema/record.ts";
import { slug } from "../../records/schema/slug.ts";
import { storedRecord, validStoredRecord } from "../../records/schema/versions.ts";
import type { Immutable } from "./immutable.ts";

/** Works as staff see them: all of them, with their revisions. */

const staffWork = z.object({
  slug,
  kind,
  status: workStatus,
  revision: revisionNumber,
  digest,
  /** Empty if the record has no date. */
  datePublished: timestamp.or(z.literal("")),
});
export type StaffWork = Immutable<z.infer<typeof staffWork>>;

/** A library's own id (src/storage/tables/identity.ts). */
export const libraryId = z.string().regex(/^[0-9a-f]{32}$/, "takes 32 hexadecimal digits");

/** The query of lists by slug. */
export const afterSlug = z.object({
  after: slug
    .optional()
    .describe("The list begins after this slug: the `next` of the answer before."),
});

/** `GET /api/v1/staff/works?after={slug}` */
export const staffWorkList = z.object({
  items: z.array(staffWork),
  /** The slug to send as `after` for the next page; null on the last page. */
  next: slug.nullable(),
  /** The library's own id, by which a backup knows whose it is. Release 0.1.0 doesn't send it. */
  library: libraryId.optional(),
});
export type StaffWorkList = Immutable<z.infer<typeof staffWorkList>>;

/** One entry of the audit trail. */
export const auditEvent = z.object({
  at: timestamp,
  actor: z.string(),
  action: auditAction,
  fromRevision: revisionNumber.nullable(),
  toRevision: revisionNumber,
});

const revisionSummary = z.object({ number: revisionNumber, digest, createdAt: timestamp });

/** `GET /api/v1/staff/works/{slug}/history` */
export const workHistory = z.object({
  slug,
  kind,
  status: workStatus,
  /** The number of the current revision. */
  current: revisionNumber,
  /** The current revision's. */
  digest,
  /** The newest first. */
  revisions: z.array(
    revisionSummary.extend({
      status: workStatus,
      /** Empty if the record has no date. */
      datePublished: timestamp.or(z.literal("")),
    }),
  ),
  /** The newest first. */
  events: z.array(auditEvent),
  /** The events of a deleted draft that had the slug before, the newest first. */
  earlier: z.array(auditEvent),
  /** Every file that a revision names, each once. */
  blobs: z.array(
    z.object({
      ...blob.shape,
      /** When a withdrawal or the sweep deleted it; null if it is stored. */
      removedAt: timestamp.nullable(),
    }),
  ),
});
export type WorkHistory = Immutable<z.infer<typeof workHistory>>;

/** `GET /api/v1/staff/works/{slug}/revisions/{number}`: a record as it was published, in the version of then. */
export const workRevision = revisionSummary.extend({ record: storedRecord });
export type WorkRevision = Immutable<z.infer<typeof workRevision>>;

/** `PUT /api/v1/staff/import/{slug}`: a work with all its revisions, as an export has it (docs/operations.md). */
export const importRequest = z.strictObject({
  slug,
  current: revisionNumber,
  revisions: z
    .array(z.strictObject({ ...revisionSummary.shape, record: validStoredRecord }))
    .min(1),
  /** The newest first. */
  events: z.array(z.strictObject({ ...auditEvent.shape, action: auditAction.exclude(["delete"]) })),
  /** The files that were deleted, though a revision names them. */
  removed: z.array(z.strictObject({ ...blob.shape, removedAt: timestamp })),
});
export type ImportRequest = Immutable<z.infer<typeof importRequest>>;

export const imported = z.object({ slug, revisions: z.int() });
export type Imported = Immutable<z.infer<typeof imported>>;
