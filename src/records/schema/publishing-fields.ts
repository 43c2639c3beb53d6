import * as z from "zod";
import { status as manifestStatus } from "./fields.ts";

/** The fields that revisions, the audit trail, tokens and the API share. */

/** SHA-256 in 64 lower-case hexadecimal digits: of a file's bytes, or of a record's canonical JSON. */
export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be a SHA-256: 64 hexadecimal digits");

/** A point in time as the library writes it: ISO 8601 in UTC. */
export const timestamp = z.iso.datetime();

export const revisionNumber = z.int().min(1);

export const kind = z.enum(["Library", "Series", "Episode", "Document"]);
export type Kind = z.infer<typeof kind>;

/** Manifests can't say `withdrawn`: the command that withdraws sets it. */
export const workStatus = z.enum([...manifestStatus.options, "withdrawn"]);
export type WorkStatus = z.infer<typeof workStatus>;

/** The actions in the audit trail of a work. */
export const auditAction = z.enum(["apply", "rollback", "withdraw", "restore", "delete"]);
export type AuditAction = z.infer<typeof auditAction>;

/** What a staff token can allow. */
export const scopes = ["read-drafts", "publish", "admin"] as const;
export const scope = z.enum(scopes, `must be one of ${scopes.join(", ")}`);
export type Scope = z.infer<typeof scope>;
