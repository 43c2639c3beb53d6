import type { RequestContext } from "../../../delivery/http/environment.ts";
import { workNotFoundError } from "../../../publishing/change.ts";
import { deletedWorkNotFound } from "../../../publishing/publishing-error.ts";
import type { LibraryItem } from "../../../records/schema/record.ts";
import { upgradeRecord } from "../../../records/schema/versions.ts";
import { type Database, openDatabase } from "../../../storage/database.ts";
import {
  type History,
  readDeletedEvents,
  readHistory,
  readRevision,
} from "../../../storage/history.ts";
import { readLibrary } from "../../../storage/lists/lists.ts";
import { type ConsoleView, consoleViewOf } from "../layout.tsx";

/** A work as the console's pages show it. */
export interface LoadedWork {
  readonly database: Database;
  readonly view: ConsoleView;
  readonly history: History;
  /** The current record, with the people who aren't public. */
  readonly record: LibraryItem;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/** Reads the work that the address names. @throws PublishingError if there is none */
export async function loadWork(context: RequestContext): Promise<LoadedWork> {
  const slug = context.req.param("slug") ?? "";
  const database = openDatabase(context.env.DB);
  const [library, history] = await Promise.all([
    readLibrary(database),
    readHistory(database, slug),
  ]);
  const record = history && (await readRecord(database, slug, history.current));
  if (history === undefined || record === undefined) {
    const events = await readDeletedEvents(database, slug);
    throw deletedWorkNotFound(slug, events) ?? (await workNotFoundError(database, slug));
  }
  const view = await consoleViewOf(context, library?.record);
  return { database, view, history, record, now: new Date().toISOString() };
}

/** A revision's record in today's version; undefined if there is no such revision. */
export async function readRecord(
  database: Database,
  slug: string,
  number: number,
): Promise<LibraryItem | undefined> {
  const revision = await readRevision(database, slug, number);
  return revision && upgradeRecord(revision.record);
}

/** A revision's number from an address or a form; undefined if it isn't one. */
export function parseRevision(text: unknown): number | undefined {
  return typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
