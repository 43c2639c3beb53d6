import * as z from "zod";
import { digest, revisionNumber } from "../records/schema/publishing-fields.ts";
import { slug } from "../records/schema/slug.ts";

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
export const maxMemorySize = 1_000_000;

/** Parses what a folder remembers. @throws Error with the reason if the text is broken */
export function parseFolderMemory(text: string): FolderMemory {
  const result = folderMemory.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${issue?.path.map(String).join(".") || "it"}: ${issue?.message}`);
}

/** What to say of a memory that can't be read. @param reason a clause */
export function unreadableMemory(path: string, reason: string): string {
  return `${path} can't be read (${reason}). It remembers which revisions this folder was in step with. Get it back from Git; or delete it, and apply asks for --overwrite where the library has other revisions.`;
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
 * What a folder remembers once works are in step with a library.
 * @param id the library's own id
 * @param works those of the folder
 * @returns the file's new text; undefined if nothing changes
 */
export function updateMemory(
  before: FolderMemory,
  { id, url }: { readonly id: string; readonly url: string },
  works: readonly InStep[],
): string | undefined {
  const { [id]: known, ...others } = before.libraries;
  const remembered = { ...known?.works };
  for (const { slug: name, formerSlugs, revision, digest: sha256 } of works) {
    for (const former of formerSlugs) delete remembered[former];
    remembered[name] = { revision, digest: sha256 };
  }
  const sorted = Object.fromEntries(
    Object.entries(remembered).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const isKnown = JSON.stringify(known) === JSON.stringify({ url, works: sorted });
  if (isKnown) return undefined;
  // The library that was used last comes last; those that weren't used for long are dropped.
  const kept = Object.entries(others).slice(-(maxLibraries - 1));
  const libraries = { ...Object.fromEntries(kept), [id]: { url, works: sorted } };
  return `${JSON.stringify({ about, libraries }, null, 2)}\n`;
}
