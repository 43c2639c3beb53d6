import * as z from "zod";
import { auditAction, digest, timestamp } from "../../records/schema/publishing-fields.ts";
import { blob } from "../../records/schema/record.ts";
import type { Immutable } from "./immutable.ts";
import { recordChange } from "./record-change.ts";

/** Every problem type: the fragment of its address. docs/problems.md has a section on each. */
export const problemTypes = [
  "invalid-request",
  "not-found",
  "unknown-format",
  "withdrawn",
  "method-not-allowed",
  "unauthorized",
  "forbidden",
  "precondition-required",
  "invalid-record",
  "broken-history",
  "draft-changed",
  "kind-changed",
  "last-admin",
  "missing-blobs",
  "missing-season",
  "missing-series",
  "never-public",
  "season-in-use",
  "series-in-use",
  "was-public",
  "moved",
  "name-not-public",
  "no-draft",
  "no-such-draft",
  "no-such-revision",
  "not-withdrawn",
  "slug-conflict",
  "slug-in-use",
  "wrong-digest",
  "blob-exists",
  "tus-version",
  "wrong-content-type",
  "wrong-offset",
  "too-large",
  "upload-expired",
  "too-many-requests",
  "unavailable",
  "server-error",
] as const;
export type ProblemType = (typeof problemTypes)[number];

/** An error for a program (RFC 9457). Some types have further members; they are below. */
export const problem = z.object({
  /** An address that a person can open: `https://…/docs/problems#not-found`. */
  type: z.url(),
  title: z.string(),
  status: z.int(),
  /** What happened, and what to do about it. */
  detail: z.string().optional(),
});
export type Problem = Immutable<z.infer<typeof problem>>;

/** The members of `missing-blobs`: the files to upload first. */
export const missingBlobs = z.object({ blobs: z.array(blob) });
export type MissingBlobs = Immutable<z.infer<typeof missingBlobs>>;

const mention = z.object({
  /** The work that contains the name. */
  slug: z.string(),
  /** As the credit has it. */
  name: z.string(),
  /** The field that contains the name, or whose file does: `name.en`, `captions[0].file`. */
  field: z.string(),
  /** The file, and where in it; both count from 1. Absent if the name is in the field itself. */
  sha256: digest.optional(),
  line: z.int().optional(),
  column: z.int().optional(),
});
export type Mention = Immutable<z.infer<typeof mention>>;

/** The members of `name-not-public`: every place of a name whose credit isn't public. */
export const nameNotPublic = z.object({ mentions: z.array(mention) });

/** The members of `moved`: which revision is current now, and what it changed. */
export const revisionConflict = z.object({
  current: z.object({
    revision: z.int(),
    digest,
    at: timestamp.nullable(),
    by: z.string(),
    action: auditAction.nullable(),
  }),
  /** The revision that the refused change was based on; null if the library doesn't know it. */
  planned: z.object({ revision: z.int(), digest }).nullable(),
  changes: z.array(recordChange),
});
export type RevisionConflictMembers = Immutable<z.infer<typeof revisionConflict>>;

/** Whether an error that came over the network is of a type. */
export function hasProblemType(error: unknown, type: ProblemType): boolean {
  return problem.safeParse(error).data?.type.endsWith(`#${type}`) ?? false;
}
