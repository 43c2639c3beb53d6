import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { digest, revisionNumber } from "../../records/schema/publishing-fields.ts";
import { slug } from "../../records/schema/slug.ts";
import { CliError } from "../cli-error.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * What a manifest's folder remembers (DESIGN 5, "In step"): of each work the revision that the folder and a
 * library last had in common. It is a small file beside the manifest, for Git too.
 */
export const memoryFileName = ".videoteca.json";

/** A revision that the folder was in step with. */
const knownRevision = z.strictObject({ revision: revisionNumber, digest });
export type KnownRevision = Readonly<z.infer<typeof knownRevision>>;

const folderMemory = z.strictObject({
  about: z.string().optional(),
  /** By the library's own id. */
  libraries: z.record(
    z.string(),
    z.strictObject({ url: z.string(), works: z.record(slug, knownRevision) }),
  ),
});
export type FolderMemory = z.infer<typeof folderMemory>;

const about =
  "Written by videoteca: the revisions that this folder was last in step with. Commit it to Git with the manifest; don't edit it.";

/** How many libraries a folder remembers: more than a library, its rehearsal and a few on people's machines. */
const maxLibraries = 10;

/** Far more than a folder with 500 works needs. In bytes. */
const maxSize = 1_000_000;

/**
 * Reads what a folder remembers; nothing if it has no such file.
 * @throws CliError if the file is broken
 */
export async function readFolderMemory(folder: string): Promise<FolderMemory> {
  const path = join(folder, memoryFileName);
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return { libraries: {} };
  if (!found.isFile() || found.size > maxSize) throw unreadable(path, "it isn't a small file");
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw unreadable(path, error instanceof Error ? error.message : String(error));
  });
  const result = folderMemory.safeParse(parseJson(text, path));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw unreadable(path, `${issue?.path.map(String).join(".") || "it"}: ${issue?.message}`);
}

/** The revisions of a work that a folder remembers, that of the library first. */
export function rememberedRevisions(
  { libraries }: FolderMemory,
  library: string,
  slugs: readonly string[],
): { readonly own: KnownRevision | undefined; readonly others: readonly KnownRevision[] } {
  const find = (works: Readonly<Record<string, KnownRevision>> = {}) =>
    slugs.map((name) => works[name]).find((known) => known !== undefined);
  const others = Object.entries(libraries)
    .filter(([id]) => id !== library)
    .flatMap(([, { works }]) => find(works) ?? []);
  return { own: find(libraries[library]?.works), others };
}

/** A work that is in step with a library now. */
export interface InStep extends KnownRevision {
  /** The manifest's folder. */
  readonly folder: string;
  readonly slug: string;
  /** The slugs that the work had before: what is remembered of them is dropped. */
  readonly formerSlugs: readonly string[];
}

/**
 * Writes down that works are in step with a library. A file is replaced as a whole, and only if it changes.
 * @param id the library's own id
 */
export async function rememberInStep(
  { id, url }: { readonly id: string; readonly url: string },
  works: readonly InStep[],
): Promise<void> {
  for (const folder of new Set(works.map((work) => work.folder))) {
    const before = await readFolderMemory(folder);
    const { [id]: known, ...others } = before.libraries;
    const remembered = { ...known?.works };
    for (const { slug: name, formerSlugs, revision, digest: sha256 } of works.filter(
      (work) => work.folder === folder,
    )) {
      for (const former of formerSlugs) delete remembered[former];
      remembered[name] = { revision, digest: sha256 };
    }
    const sorted = Object.fromEntries(
      Object.entries(remembered).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const isKnown = JSON.stringify(known) === JSON.stringify({ url, works: sorted });
    if (isKnown) continue;
    // The library that was used last comes last; those that weren't used for long are dropped.
    const kept = Object.entries(others).slice(-(maxLibraries - 1));
    const libraries = { ...Object.fromEntries(kept), [id]: { url, works: sorted } };
    await replaceFile(
      join(folder, memoryFileName),
      `${JSON.stringify({ about, libraries }, null, 2)}\n`,
    );
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(path: string, reason: string): CliError {
  return new CliError(
    `${path} can't be read (${reason}). It remembers which revisions this folder was in step with. Get it back from Git; or delete it, and apply asks for --overwrite where the library has other revisions.`,
  );
}
