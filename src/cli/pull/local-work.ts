import { join, relative, sep } from "node:path";
import { exportFileNames } from "../../manifest/export-file-names.ts";
import { readManifest } from "../../manifest/read.ts";
import { manifestFileName } from "../../manifest/schema.ts";
import { formerSlugsOf } from "../../records/former-slugs.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { type LoadedWork, loadWork } from "../manifests/load-work.ts";
import { readManifestText } from "../manifests/read-manifest-text.ts";

/** The manifest of a work that a folder has already, as far as it can be read. */
export async function readLocalWork(
  folder: string,
  record: LibraryItem,
): Promise<LoadedWork | undefined> {
  const file = join(folder, manifestFileName(record.kind));
  const source = await readManifestText(file).catch(() => undefined);
  if (source === undefined || !("text" in source)) return undefined;
  const { manifest, problems: _, ...read } = readManifest(file, source.text);
  if (manifest === undefined) return undefined;
  const slugs = [record.slug, ...formerSlugsOf(record)];
  if (!slugs.includes(manifest.slug)) return undefined;
  return (await loadWork({ file, manifest, ...read })).work;
}

/**
 * What to call each file of a record, by digest: as the folder's own manifest calls it, if that has the same
 * file (captions may be an SRT file there); else by what it is, `film.webm`.
 */
export function chooseFileNames(
  folder: string,
  record: LibraryItem,
  local: LoadedWork | undefined,
): Map<string, string> {
  const kept = new Map(
    (local?.blobs ?? []).map(({ sha256, path }) => [
      sha256,
      relative(folder, path).split(sep).join("/"),
    ]),
  );
  const names = new Map<string, string>();
  const wanted = exportFileNames(record);
  const taken = new Set([...wanted.keys()].flatMap((sha256) => kept.get(sha256) ?? []));
  for (const [sha256, name] of wanted) {
    const own = kept.get(sha256);
    const chosen = own ?? firstFree(name, taken);
    taken.add(chosen);
    names.set(sha256, chosen);
  }
  return names;
}

/** `film.webm`, or `film-2.webm` if that is the name of another file. */
function firstFree(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf(".");
  let free = name;
  for (let number = 2; taken.has(free); number += 1) {
    free = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
  }
  return free;
}
