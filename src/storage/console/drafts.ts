import { and, desc, eq, sql } from "drizzle-orm";
import type { DraftKey, DraftPart, DraftState } from "../../records/languages/drafts.ts";
import type { Database } from "../database.ts";
import { drafts, works } from "../tables.ts";

/** A draft without its text. */
export interface DraftSummary extends DraftKey {
  /** The digest of the published file that it was begun from; null if there was none. */
  readonly basedOn: string | null;
  readonly version: number;
  readonly state: DraftState;
  /** The name of the person who saved it last. */
  readonly savedBy: string;
  /** ISO 8601 in UTC. */
  readonly savedAt: string;
}

export interface Draft extends DraftSummary {
  /** WebVTT or Markdown. */
  readonly text: string;
}

const summaryColumns = {
  slug: drafts.slug,
  part: drafts.part,
  language: drafts.language,
  basedOn: drafts.basedOn,
  version: drafts.version,
  state: drafts.state,
  savedBy: drafts.savedBy,
  savedAt: drafts.savedAt,
};
const columns = { ...summaryColumns, text: drafts.body };

/** How many drafts a list has: the last saved of a work, or of all works. Our choice (docs/limits.md). */
const maxListed = 500;

/** Lists drafts, the last saved first. @param slug only those of this work; undefined for all */
export function listDrafts(database: Database, slug: string | undefined): Promise<DraftSummary[]> {
  return database
    .select(summaryColumns)
    .from(drafts)
    .where(slug === undefined ? undefined : eq(drafts.slug, slug))
    .orderBy(desc(drafts.savedAt))
    .limit(maxListed);
}

/** Reads a draft; undefined if there is none. */
export function readDraft(database: Database, key: DraftKey): Promise<Draft | undefined> {
  return database.select(columns).from(drafts).where(hasKey(key)).get();
}

export interface SavedDraft extends DraftKey {
  readonly basedOn: string | null;
  readonly text: string;
  readonly state: DraftState;
  readonly savedBy: string;
  readonly now: Date;
}

/**
 * Saves a draft that must not exist yet, of a work that isn't withdrawn.
 * @returns undefined if nothing was written
 */
export async function insertDraft(
  database: Database,
  { slug, part, language, basedOn, text, state, savedBy, now }: SavedDraft,
): Promise<Draft | undefined> {
  // A draft that is made again must not have the version of the deleted one: they begin with the time.
  const version = now.getTime();
  const rows = await database
    .insert(drafts)
    .select(
      sql`select slug, ${part}, ${language}, ${basedOn}, ${version}, ${state}, ${savedBy},
        ${now.toISOString()}, ${text} from works where slug = ${slug} and status <> 'withdrawn'`,
    )
    .onConflictDoNothing()
    .returning(columns);
  return rows[0];
}

/** Saves a draft in place of one of its versions. @returns undefined if it has another version now, or is gone */
export async function updateDraft(
  database: Database,
  { basedOn, text, state, savedBy, now, ...key }: SavedDraft,
  replaces: number,
): Promise<Draft | undefined> {
  const rows = await database
    .update(drafts)
    .set({
      basedOn,
      body: text,
      state,
      savedBy,
      savedAt: now.toISOString(),
      version: sql`max(${drafts.version} + 1, ${now.getTime()})`,
    })
    .where(and(hasKey(key), eq(drafts.version, replaces)))
    .returning(columns);
  return rows[0];
}

/** Gives a version of a draft another state. @returns false if it has another version now, or is gone */
export async function writeDraftState(
  database: Database,
  key: DraftKey,
  version: number,
  state: DraftState,
): Promise<boolean> {
  const rows = await database
    .update(drafts)
    .set({ state, version: version + 1 })
    .where(and(hasKey(key), eq(drafts.version, version)))
    .returning({ slug: drafts.slug });
  return rows.length > 0;
}

/** Deletes a version of a draft. @returns false if it has another version now, or is gone */
export async function removeDraft(
  database: Database,
  key: DraftKey,
  version: number,
): Promise<boolean> {
  const rows = await database
    .delete(drafts)
    .where(and(hasKey(key), eq(drafts.version, version)))
    .returning({ slug: drafts.slug });
  return rows.length > 0;
}

/** The statement that deletes all drafts of a work, which is withdrawn or deleted. */
export function deleteDraftsStatement(database: Database, slug: string) {
  return database.delete(drafts).where(eq(drafts.slug, slug));
}

/** The kind and the status of the work that a draft is for; undefined if there is none. */
export function readDraftedWork(database: Database, slug: string) {
  return database
    .select({ kind: works.kind, status: works.status })
    .from(works)
    .where(eq(works.slug, slug))
    .get();
}

const hasKey = ({ slug, part, language }: { slug: string; part: DraftPart; language: string }) =>
  and(eq(drafts.slug, slug), eq(drafts.part, part), eq(drafts.language, language));
