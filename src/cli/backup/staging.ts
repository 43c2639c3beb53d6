import { lstat, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../cli-error.ts";
import { makeFolder } from "../make-folder.ts";
import { payloadFolder, tagFiles } from "./bag.ts";
import { privateFolder, writePrivateFile } from "./private-files.ts";

/**
 * An export prepares the next version of a bag in a folder of its own inside the bag, and then moves it into
 * place. Until it moves, the bag is the old one, whole; a move that is interrupted is finished by the next run.
 * RFC 8493 §2.2.4 allows such a folder beside the payload.
 */
export const stagingFolder = "export-in-progress";

/** The paths of a bag's staging folder. */
export function stagingPaths(bag: string) {
  const folder = join(bag, stagingFolder);
  return {
    works: join(folder, "works"),
    blobs: join(folder, "blobs"),
    tags: join(folder, "tags"),
    /** The works of the old version, until all is in place. */
    oldWorks: join(folder, "old-works"),
    /** Paths of payload files that the new version no longer has, as JSON. */
    removals: join(folder, "removals.json"),
    /** Exists once the new version is complete. */
    ready: join(folder, "ready"),
  };
}

/** Empties the staging folder, except for blobs that an interrupted export has fetched. */
export async function openStaging(bag: string): Promise<void> {
  const { blobs, ...others } = stagingPaths(bag);
  for (const path of Object.values(others)) await rm(path, { recursive: true, force: true });
  makeFolder(blobs, privateFolder);
  for (const entry of await readdir(blobs, { withFileTypes: true })) {
    // Nothing may be written through a link.
    if (!entry.isFile()) await rm(join(blobs, entry.name), { recursive: true });
  }
}

/** Removes the staging folder of an export that is given up; blobs that an earlier one has fetched stay. */
export async function closeStaging(bag: string): Promise<void> {
  const { works, blobs } = stagingPaths(bag);
  await rm(works, { recursive: true, force: true });
  for (const folder of [blobs, join(bag, stagingFolder)]) {
    // It fails if there is anything in the folder.
    await rmdir(folder).catch(() => undefined);
  }
}

/**
 * Moves the new version of a bag into place: works, new blobs, the tag files last.
 * @param removals payload files of the old version to remove
 */
export async function commitStaging(bag: string, removals: readonly string[]): Promise<void> {
  const staging = stagingPaths(bag);
  await writePrivateFile(staging.removals, JSON.stringify(removals));
  await writePrivateFile(staging.ready, "");
  await finishInterruptedExport(bag);
}

/** Finishes an export that was interrupted while it moved files; does nothing if there is none. */
export async function finishInterruptedExport(bag: string): Promise<void> {
  const staging = stagingPaths(bag);
  const payload = join(bag, payloadFolder);
  await requireRealFolders(bag);
  if (!(await exists(staging.ready))) return;
  makeFolder(join(payload, "blobs"), privateFolder);
  if (await exists(staging.works)) {
    const works = join(payload, "works");
    if (await exists(works)) {
      await rm(staging.oldWorks, { recursive: true, force: true });
      await rename(works, staging.oldWorks);
    }
    await rename(staging.works, works);
  }
  for (const name of await listNames(staging.blobs)) {
    if (!name.endsWith(".part")) {
      await rename(join(staging.blobs, name), join(payload, "blobs", name));
    }
  }
  for (const path of await readRemovals(staging.removals))
    await rm(join(bag, path), { force: true });
  for (const name of tagFiles) {
    if (await exists(join(staging.tags, name))) {
      await rename(join(staging.tags, name), join(bag, name));
    }
  }
  await rm(join(bag, stagingFolder), { recursive: true, force: true });
}

/** @throws CliError if a folder of a bag is a link: files would be written and removed elsewhere */
async function requireRealFolders(bag: string): Promise<void> {
  const { works, blobs, tags } = stagingPaths(bag);
  const payload = join(bag, payloadFolder);
  const folders = [join(bag, stagingFolder), works, blobs, tags, payload];
  for (const path of [...folders, join(payload, "works"), join(payload, "blobs")]) {
    const found = await lstat(path).catch(() => undefined);
    if (found !== undefined && !found.isDirectory()) {
      throw new CliError(`${path} isn't a folder of its own: remove it, or use another folder.`);
    }
  }
}

async function readRemovals(file: string): Promise<string[]> {
  const paths: unknown = JSON.parse(await readFile(file, "utf8").catch(() => "[]"));
  const isInside = (path: unknown): path is string =>
    typeof path === "string" &&
    path.startsWith(`${payloadFolder}/`) &&
    !path.split(/[/\\]/).includes("..");
  return Array.isArray(paths) ? paths.filter(isInside) : [];
}

async function listNames(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
