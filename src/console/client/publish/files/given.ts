import { folderOf, freeName } from "./paths.ts";

/** What is in Git, or on a Mac, and of no use to a library. */
const ignoredFolders = new Set([".git", "node_modules", "__MACOSX"]);

/** A file and its path. */
type Given = readonly [path: string, file: File];

/**
 * All files that were dropped, with those in folders. Every entry is asked for before the first wait: afterwards the
 * browser has none any more.
 */
export async function filesOfDrop(items: DataTransferItemList): Promise<Map<string, File>> {
  const found = [...items].flatMap((item) => {
    if (item.kind !== "file") return [];
    return [{ entry: item.webkitGetAsEntry(), file: item.getAsFile() }];
  });
  const files: Given[] = [];
  const names: string[] = [];
  for (const { entry, file } of found) {
    const given = entry ?? file;
    if (given === null) continue;
    // From two places, as from the list of a search, two may have one name.
    const name = freeName(given.name, names);
    names.push(name);
    if (entry !== null) files.push(...(await filesOfEntry(entry, name)));
    else if (file !== null) files.push([name, file]);
  }
  return new Map(files);
}

/** All files of a file field, one for folders too. */
export function filesOfInput(list: Iterable<File>): Map<string, File> {
  const files = new Map<string, File>();
  for (const file of list) {
    const path = file.webkitRelativePath || freeName(file.name, files.keys());
    if (!path.split("/").some((step) => ignoredFolders.has(step))) files.set(path, file);
  }
  return files;
}

// Chromium has entries, but not their classes' names.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** @param path what it is called here */
async function filesOfEntry(entry: FileSystemEntry, path: string): Promise<Given[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [[path, file]];
  }
  if (!isFolder(entry) || ignoredFolders.has(entry.name)) return [];
  const reader = entry.createReader();
  const files: Given[] = [];
  // A call gives at most a hundred entries; after the last ones it gives none.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return files;
    for (const one of entries) files.push(...(await filesOfEntry(one, `${path}/${one.name}`)));
  }
}

/** What to search for manifests: the folders that were given, or the place where single files are. */
export function rootsOf(files: ReadonlyMap<string, File>): string[] {
  const roots = [...files.keys()].map((path) => (folderOf(path) === "." ? "." : firstStep(path)));
  return roots.includes(".") ? ["."] : [...new Set(roots)].sort();
}

const firstStep = (path: string) => path.slice(0, path.indexOf("/"));

/** Whether a manifest is among some files. */
export function hasManifest(files: ReadonlyMap<string, File>): boolean {
  return [...files.keys()].some((path) => /\.ya?ml$/i.test(path));
}
