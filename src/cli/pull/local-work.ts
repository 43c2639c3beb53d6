import { join, relative, sep } from "node:path";
import type { LoadedWork } from "../../inspection/load-work.ts";
import { exportFileNames } from "../../manifest/export-file-names.ts";
import { manifestFileName } from "../../manifest/schema.ts";
import { formerSlugsOf } from "../../records/former-slugs.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { readManifests } from "../manifests/read-manifests.ts";

/** The manifest of a work that a folder has already, as far as it can be read. */
export async function readLocalWork(
  folder: string,
  record: LibraryItem,
): Promise<LoadedWork | undefined> {
  const { works } = await readManifests([join(folder, manifestFileName(record.kind))]);
  const slugs = [record.slug, ...formerSlugsOf(record)];
  return works.find((work) => slugs.includes(work.record.slug));
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
  // A document's texts name its pictures.
  const pictures = record.kind === "Document" ? (record.pictures ?? []) : [];
  const fixed = new Set(pictures.map(({ file }) => file.sha256));
  const wanted = exportFileNames(record);
  const taken = new Set([...wanted.keys()].flatMap((sha256) => kept.get(sha256) ?? []));
  for (const [sha256, name] of wanted) {
    const own = kept.get(sha256);
    const chosen = fixed.has(sha256) ? name : (own ?? firstFree(name, taken));
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
