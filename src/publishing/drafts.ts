import {
  type DraftKey,
  type DraftLanguages,
  draftPartsOf,
  mayWriteDraft,
} from "../records/languages/drafts.ts";
import { explainSize, maxStoredTextSize } from "../records/schema/limits.ts";
import {
  type Draft,
  insertDraft,
  readDraft,
  readDraftedWork,
  removeDraft,
  type SavedDraft,
  updateDraft,
  writeDraftState,
} from "../storage/console/drafts.ts";
import type { Database } from "../storage/database.ts";
import { workNotFoundError } from "./change.ts";
import { PublishingError } from "./publishing-error.ts";

/** Which version of a draft a change is based on: `"none"` if there must be no draft yet. */
export type ExpectedVersion = number | "none";

/**
 * Saves a draft, if it still has the version that the change is based on.
 * @throws PublishingError; nothing is written then
 */
export async function saveDraft(
  database: Database,
  draft: SavedDraft,
  expected: ExpectedVersion,
  languages: DraftLanguages,
): Promise<Draft> {
  requireDraftLanguage(languages, draft.language);
  const size = new TextEncoder().encode(draft.text).length;
  const tooLarge = explainSize("the text", size, maxStoredTextSize);
  if (tooLarge !== undefined) throw new PublishingError("too-large", `${tooLarge}.`);
  if (expected !== "none") {
    const saved = await updateDraft(database, draft, expected);
    if (saved !== undefined) return saved;
  }
  await requireDraftable(database, draft);
  const saved = expected === "none" ? await insertDraft(database, draft) : undefined;
  if (saved !== undefined) return saved;
  throw await draftConflictError(database, draft);
}

/** Deletes a draft, if it still has the version. @throws PublishingError; nothing is deleted then */
export async function deleteDraft(
  database: Database,
  key: DraftKey,
  version: number,
  languages: DraftLanguages,
): Promise<void> {
  requireDraftLanguage(languages, key.language);
  if (!(await removeDraft(database, key, version))) throw await draftConflictError(database, key);
}

/**
 * Sends a ready draft back to those who work on it: its text and whose it is stay.
 * @throws PublishingError if it has another version by now
 */
export async function returnDraft(
  database: Database,
  key: DraftKey,
  version: number,
): Promise<void> {
  const isReturned = await writeDraftState(database, key, version, "working");
  if (!isReturned) throw await draftConflictError(database, key);
}

/** Reads a draft. @throws PublishingError if there is none */
export async function findDraft(database: Database, key: DraftKey): Promise<Draft> {
  const draft = await readDraft(database, key);
  if (draft === undefined) throw draftNotFound(key);
  return draft;
}

export function draftNotFound({ slug, part, language }: DraftKey): PublishingError {
  const detail = `${slug} has no draft of its ${part} in ${language}.`;
  return new PublishingError("no-such-draft", detail);
}

/** @throws PublishingError that names the languages in which the person may write drafts */
function requireDraftLanguage(languages: DraftLanguages, language: string): void {
  if (languages === "all" || mayWriteDraft(languages, language)) return;
  const allowed =
    languages.length === 0
      ? "none: ask an administrator for a token with languages"
      : languages.join(", ");
  throw new PublishingError(
    "forbidden",
    `You may write drafts in these languages, and ${language} isn't one of them: ${allowed}.`,
    { languages },
  );
}

/** @throws PublishingError if the work doesn't exist, is withdrawn, or has no such part */
async function requireDraftable(database: Database, { slug, part }: DraftKey): Promise<void> {
  const work = await readDraftedWork(database, slug);
  if (work === undefined) throw await workNotFoundError(database, slug);
  if (!draftPartsOf(work.kind).includes(part)) {
    const parts = draftPartsOf(work.kind).join(", ");
    const detail = `${slug} is of the kind ${work.kind}, which has no ${part}; it has ${parts === "" ? "nothing to draft" : parts}.`;
    throw new PublishingError("no-such-draft", detail);
  }
  if (work.status === "withdrawn") {
    throw new PublishingError("withdrawn", `${slug} was withdrawn, and its drafts with it.`);
  }
}

/** The error for a change that is based on another version than the draft has, with the draft as it is now. */
async function draftConflictError(database: Database, key: DraftKey): Promise<PublishingError> {
  const current = (await readDraft(database, key)) ?? null;
  const { slug, part, language } = key;
  const what = `the draft of ${slug}, ${part} in ${language}`;
  const detail =
    current === null
      ? `Somebody deleted or published ${what} meanwhile. Keep your text, and save it as a new draft.`
      : `${current.savedBy} saved ${what} at ${current.savedAt}. Compare it with yours, then save again.`;
  return new PublishingError("draft-changed", detail, { current });
}
