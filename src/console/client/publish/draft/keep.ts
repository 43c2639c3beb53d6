import * as z from "zod";
import type { MeasuredFiles } from "../../../../manifest/to-record.ts";
import { formKinds } from "../form/schema.ts";
import { missingFiles } from "./draft-files.ts";
import type { Draft } from "./folder.ts";

/**
 * What is written in the form is kept in the browser, so that a closed tab loses nothing: in IndexedDB, which takes
 * files. There is one place for each work, and one for a new work.
 */

/** Larger files, which are films, aren't copied into the browser's storage: they are chosen again. In bytes. */
const maxKeptFile = 5_000_000;
const databaseName = "videoteca";
const storeName = "forms";

const keptDraft = z.object({
  kind: z.enum(formKinds),
  value: z.record(z.string(), z.unknown()),
  files: z.map(z.string(), z.instanceof(File)),
  known: z.map(z.string(), z.custom<MeasuredFiles>()).optional(),
  missing: z.array(z.object({ name: z.string(), size: z.number() })),
  leftOut: z.array(z.object({ file: z.string(), reason: z.string() })).optional(),
});

/** @param work the slug of the work that is changed; empty for a new one */
export async function readKept(work: string): Promise<Draft | undefined> {
  const value = await inStore("readonly", (store) => store.get(work));
  const kept = keptDraft.safeParse(value).data;
  if (kept === undefined) return undefined;
  const { known, leftOut, ...draft } = kept;
  return { ...draft, ...(known && { known }), ...(leftOut && { leftOut }) };
}

/** Keeps a draft in place of the one before. Does nothing if the browser keeps nothing. */
export async function keepDraft(work: string, draft: Draft): Promise<void> {
  const files = [...draft.files];
  const isKept = ([, { size }]: readonly [string, File]) => size <= maxKeptFile;
  const tooLarge = files
    .filter((file) => !isKept(file))
    .map(([name, { size }]) => ({ name, size }));
  const kept = {
    ...draft,
    files: new Map(files.filter(isKept)),
    missing: [...missingFiles(draft), ...tooLarge],
  };
  await inStore("readwrite", (store) => store.put(kept, work));
}

export async function forgetDraft(work: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(work));
}

/** Undefined as well if the browser keeps nothing: storage is switched off or full. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | undefined> {
  try {
    const opening = indexedDB.open(databaseName, 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(storeName));
    const database = await done(opening);
    try {
      return await done(use(database.transaction(storeName, mode).objectStore(storeName)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
