import type { Database } from "../storage/database.ts";
import { type History, readHistory } from "../storage/history.ts";
import { workNotFound } from "./publishing-error.ts";
import { revisionConflictError } from "./revision-conflict.ts";

/** A change of a work by a member of the staff, beside publishing a record. */
export interface ChangeRequest {
  readonly slug: string;
  /** The digest of the revision that they looked at; undefined where they want it whatever it is. */
  readonly replaces: string | undefined;
  /** Who changes it, for the audit trail. */
  readonly actor: string;
  readonly now: Date;
}

/**
 * The work as it is now.
 * @throws Refusal where there is none, or where it isn't the one any more that they looked at
 */
export async function readExpectedHistory(
  database: Database,
  { slug, replaces }: ChangeRequest,
): Promise<History> {
  const history = await readHistory(database, slug);
  if (history === undefined) throw workNotFound(slug);
  if (replaces !== undefined && replaces !== history.digest) {
    throw await revisionConflictError(database, slug, replaces);
  }
  return history;
}
