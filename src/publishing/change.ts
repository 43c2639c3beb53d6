import type { Database } from "../storage/database.ts";
import { type History, readHistory } from "../storage/history.ts";
import { readFormerSlugs } from "../storage/slugs/former-slugs.ts";
import { type PublishingError, workNotFound } from "./publishing-error.ts";
import { revisionConflictError } from "./revision-conflict.ts";

/** A request to roll back, withdraw or restore a work. */
export interface ChangeRequest {
  readonly slug: string;
  /** The digest that the current revision must have; undefined to accept any. */
  readonly replaces: string | undefined;
  /** The name of the person who makes the change, for the audit trail. */
  readonly actor: string;
  readonly now: Date;
}

/**
 * Reads a work's history, and checks that its current revision is the expected one.
 * @throws PublishingError if there is no such work, or its current revision is another
 */
export async function readExpectedHistory(
  database: Database,
  { slug, replaces }: ChangeRequest,
): Promise<History> {
  const history = await readHistory(database, slug);
  if (history === undefined) throw await workNotFoundError(database, slug);
  if (replaces !== undefined && replaces !== history.digest) {
    throw await revisionConflictError(database, slug, replaces);
  }
  return history;
}

/** The error for a slug that no work has. It names the work that had it before. */
export async function workNotFoundError(
  database: Database,
  slug: string,
): Promise<PublishingError> {
  const former = await readFormerSlugs(database, [slug]);
  return workNotFound(slug, former.get(slug));
}
