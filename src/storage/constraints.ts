/**
 * A batch that changes a work compares and sets: a value in it is invalid unless the work is still as it was
 * read, and then a CHECK constraint fails and nothing is written. Only this file knows how D1
 * reports a failed constraint.
 */

/** Someone else changed the work since it was read: nothing was written. */
export class RevisionConflict extends Error {}

/** A file of the revision was removed since it was looked for: nothing was written. */
export class BlobRemoved extends Error {}

/** An invalid number and an invalid digest, for the constraints `revisions_number` and `works_digest`. */
export const invalidNumber = 0;
export const invalidDigest = "";

/** The error that a failed batch means for the work with the slug; any other error as it is. */
export function translateError(error: unknown, slug: string): unknown {
  if (violatesUnique(error)) return new RevisionConflict(slug);
  switch (failedCheck(error)) {
    case "revisions_number":
    case "works_digest":
      return new RevisionConflict(slug);
    case "revision_blobs_stored":
      return new BlobRemoved(slug);
    default:
      return error;
  }
}

/** What SQLite says of a statement or a value that it will never accept: trying again is of no use. */
const refusals =
  /SQLITE_(?:AUTH|CONSTRAINT|ERROR|MISMATCH|MISUSE|RANGE|TOOBIG)|D1_(?:TYPE_ERROR|COLUMN_NOTFOUND)/;

/** Whether D1 refused a statement for what it says, and not because D1 is unavailable. */
export function isFailedRequirement(error: unknown): boolean {
  return (
    error instanceof Error && (refusals.test(error.message) || isFailedRequirement(error.cause))
  );
}

/** The name of the CHECK constraint that failed. Drizzle wraps D1's error, so its causes are read, too. */
function failedCheck(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, name] = /CHECK constraint failed: (\w+)/.exec(error.message) ?? [];
  return name ?? failedCheck(error.cause);
}

/** Whether a slug belongs to another work by now. */
function violatesUnique(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isFound = /UNIQUE constraint failed: (?:works|former_slugs)\.slug/.test(error.message);
  return isFound || violatesUnique(error.cause);
}
