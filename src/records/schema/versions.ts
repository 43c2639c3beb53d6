import * as z from "zod";
import { canonicalJson, digestOf } from "../digest.ts";
import { kind } from "./publishing-fields.ts";
import { type LibraryItem, record } from "./record.ts";
import { slug } from "./slug.ts";

/**
 * A record as stored, exported and sent: of any version, with only the fields that every version has.
 * A stored record is never rewritten; it is upgraded each time it is read.
 */
export const storedRecord = z.looseObject({
  /** Absent in records of release 0.1.0, whose version is 1. */
  schemaVersion: z.int().min(1).optional(),
  kind,
  slug,
});
export type StoredRecord = Readonly<z.infer<typeof storedRecord>>;

/** A record's members without the version of its schema. */
type Content = Readonly<Record<string, unknown>>;

/** The step at index n - 1 turns a record of version n into one of version n + 1. */
const steps: readonly ((content: Content) => Content)[] = [
  // Version 2 differs only in that records carry their version.
  (content) => content,
];

/**
 * The version of the schema in record.ts. A change of the schema that makes older records invalid adds a step,
 * which increases it (CONTRIBUTING, "Recipe: change the shape of a record").
 */
export const schemaVersion = steps.length + 1;

/** A record of a version that this release doesn't know: a newer release wrote it. */
export class RecordVersionError extends Error {
  constructor(version: number) {
    super(
      `has the schema version ${version}, and this release reads versions up to ${schemaVersion}: update videoteca`,
    );
  }
}

/** Applies the steps from a version to the current one. @throws RecordVersionError if it is newer */
export function applySteps(content: Content, version: number, all = steps): Content {
  if (version > all.length + 1) throw new RecordVersionError(version);
  return all.slice(version - 1).reduce((upgraded, step) => step(upgraded), content);
}

function upgradeContent({ schemaVersion: version = 1, ...content }: StoredRecord): Content {
  return applySteps(content, version);
}

/**
 * A stored record in the current version. It isn't validated again: it was when it was written, by the
 * schema of its own version, and a stricter schema must not make old revisions unreadable. For records from
 * outside use `anyRecord`.
 * @throws RecordVersionError if a newer release wrote it
 */
export function upgradeRecord(stored: StoredRecord): LibraryItem {
  const content = upgradeContent(stored);
  if (!isCurrent(content)) throw new TypeError(`${stored.slug}: a step lost the record's kind`);
  return content;
}

function isCurrent(content: Content): content is Content & LibraryItem {
  return kind.safeParse(content.kind).success;
}

/** Parses and upgrades a stored record. @param json as `formatStoredRecord` or an older release wrote it */
export function parseStoredRecord(json: string): LibraryItem {
  return upgradeRecord(storedRecord.parse(JSON.parse(json)));
}

/** A record from outside, of any version: upgraded, then validated whole. */
export const anyRecord = z.preprocess((value, context) => {
  const stored = storedRecord.safeParse(value);
  // The record's schema reports what is wrong with any other value.
  if (!stored.success) return withoutVersion(value);
  try {
    return upgradeContent(stored.data);
  } catch (error) {
    if (!(error instanceof RecordVersionError)) throw error;
    context.issues.push({
      code: "custom",
      message: error.message,
      path: ["schemaVersion"],
      input: stored.data.schemaVersion,
    });
    return z.NEVER;
  }
}, record);

function withoutVersion(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("schemaVersion" in value)) return value;
  const { schemaVersion: _, ...content } = value;
  return content;
}

/** A record from outside that stays as it is, after it was validated. */
export const validStoredRecord = storedRecord.superRefine((stored, context) => {
  for (const { message, path } of anyRecord.safeParse(stored).error?.issues ?? []) {
    context.addIssue({ code: "custom", message, path });
  }
});

/** Formats a record for storage: canonical JSON, with the version. */
export function formatStoredRecord(current: LibraryItem): string {
  return canonicalJson(toStored(current));
}

/** A record with its version, as it is stored and sent. */
export function toStored(current: LibraryItem): StoredRecord {
  return { schemaVersion, ...current };
}

/**
 * The digest of a stored record's content. The version isn't part of it, so that a work that didn't change
 * isn't published again because of a new version.
 */
export function digestOfStored({ schemaVersion: _, ...content }: StoredRecord): Promise<string> {
  return digestOf(content);
}
