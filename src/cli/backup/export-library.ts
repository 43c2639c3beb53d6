import { readdir, realpath } from "node:fs/promises";
import { formatSize } from "../../i18n/format.ts";
import { formatCount } from "../../inspection/lines.ts";
import { fetchLibraryId } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import type { ConfirmOptions } from "../commands/common.ts";
import { readSettings } from "../config/settings.ts";
import { makeFolder } from "../make-folder.ts";
import { print, printJson, printNotice } from "../output/print.ts";
import { confirmChange } from "../output/questions.ts";
import { checkBag, isBag, listPayload, readPayloadManifest, writeTagFiles } from "./bag.ts";
import { type BagOrigin, describeBag, formatBagOrigin, readBagOrigin } from "./bag-origin.ts";
import { type BagRevision, readBagRevisions } from "./bag-works.ts";
import { type CopiedWorks, copyBlobs, copyWorks } from "./copy-library.ts";
import { type BagRelation, findLosses, type Losses } from "./find-losses.ts";
import { makePrivate, privateFolder } from "./private-files.ts";
import {
  closeStaging,
  commitStaging,
  finishInterruptedExport,
  openStaging,
  stagingFolder,
  stagingPaths,
} from "./staging.ts";

export interface ExportOptions extends ConfirmOptions {
  /** Leave out everything that isn't public. */
  readonly public?: boolean;
  /** Replace a bag of another library or kind, and remove what nothing explains, after confirmation. */
  readonly force?: boolean;
}

/**
 * `videoteca export FOLDER`: copies the library to a folder as a BagIt bag (RFC 8493), with every
 * revision, event and file. Run again, it continues an interrupted export. @returns the exit code
 */
export async function exportLibrary(path: string, options: ExportOptions): Promise<number> {
  const settings = readSettings(process.env);
  const { json = false, force = false } = options;
  const folder = await openFolder(path);
  await finishInterruptedExport(folder);
  const old = await readBagOrigin(folder);
  const library = await fetchLibraryId(settings);
  const kind = options.public ? "public" : "full";
  const origin: BagOrigin = { kind, library, address: settings.url };
  if (old !== undefined && !force) requireSameOrigin(path, old, origin);

  await openStaging(folder);
  const now = new Date();
  let works = await copyWorks(settings, folder, kind, now);
  let losses = await compare(folder, old, origin, works);
  const confirmed = new Set(losses.unexplained);
  if (confirmed.size > 0) {
    let isAllowed = false;
    try {
      isAllowed = await mayRemove(path, losses.unexplained, options);
    } finally {
      if (!isAllowed) await closeStaging(folder);
    }
    if (!isAllowed) return 1;
  }
  let blobs = await copyBlobs(settings, folder, works.needed);
  if (blobs.lost.length > 0) {
    // If a work was withdrawn while its files were fetched, they are missing but not lost: try again.
    works = await copyWorks(settings, folder, kind, now);
    losses = await compare(folder, old, origin, works);
    blobs = await copyBlobs(settings, folder, works.needed);
    if (losses.unexplained.some((loss) => !confirmed.has(loss))) {
      throw new CliError("The library was changed meanwhile: run this again.");
    }
  }
  const files = [...works.files, ...blobs.files];
  const info = formatBagOrigin(origin, now.toISOString().slice(0, 10));
  await writeTagFiles(stagingPaths(folder).tags, files, info);
  if (!(await makePrivate(folder))) printNotice(`Others may be able to read ${path}.`);
  const newPaths = new Set(files.map((file) => file.path));
  await commitStaging(
    folder,
    losses.paths.filter((removed) => !newPaths.has(removed)),
  );
  await checkBag(folder, path);

  const { lost } = blobs;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const removed = [...losses.explained, ...losses.unexplained];
  if (json) {
    printJson({ folder: path, works: works.count, files: files.length, bytes, lost, removed });
    return lost.length === 0 ? 0 : 1;
  }
  for (const name of removed) print(`Removed from the bag: ${name}.`);
  print(
    `Exported: ${formatCount(works.count, "work")}, ${formatCount(blobs.files.length, "file")} (${formatSize(bytes, "en")}) to ${path}.`,
  );
  for (const name of lost)
    print(`The library has lost the file ${name}: apply its work again, then export.`);
  if (kind === "full") print(privacyWarning);
  return lost.length === 0 ? 0 : 1;
}

const privacyWarning =
  "The export contains drafts and names that aren't public: store it where only staff can read it. --public leaves them out.";

/**
 * Creates the folder if it doesn't exist. @returns its real path
 * @throws CliError if it contains files and isn't an export: they must not become part of the bag
 */
async function openFolder(path: string): Promise<string> {
  makeFolder(path, privateFolder);
  const folder = await realpath(path);
  const names = await readdir(folder);
  const isUnused = names.every((name) => name === stagingFolder);
  if (isUnused || (await readBagOrigin(folder)) !== undefined) return folder;
  if (await isBag(folder)) {
    throw new CliError(`${path} is a bag of another program: give an empty folder.`);
  }
  throw new CliError(`${path} contains other files: give an empty folder, or an earlier export.`);
}

/** @throws CliError if a bag says that it is another library's, or of another kind */
function requireSameOrigin(path: string, old: BagOrigin, origin: BagOrigin): void {
  const advice = "Give another folder. (--force replaces it, after naming what would be removed.)";
  if (old.kind !== origin.kind) {
    throw new CliError(
      `${path} is ${describeBag(old)}, and this would be ${describeBag(origin)}: nothing was changed. ${advice}`,
    );
  }
  if (old.library === undefined || origin.library === undefined) return;
  if (old.library === origin.library) return;
  throw new CliError(
    `${path} is ${describeBag(old)}, which is another library than this one at ${origin.address}: nothing was changed. ${advice}`,
  );
}

/** Compares the bag with its next version. */
async function compare(
  folder: string,
  old: BagOrigin | undefined,
  origin: BagOrigin,
  { files, needed, revisions, deletedBlobs }: CopiedWorks,
): Promise<Losses> {
  const paths = await listPayload(folder);
  const oldRevisions = await readBagRevisions(folder);
  // Where the manifest is missing, no file counts as the bag's own.
  const listed = await readPayloadManifest(folder).catch(() => []);
  const nextPaths = [
    ...files.map((file) => file.path),
    ...[...needed.keys()].map((name) => `data/blobs/${name}`),
  ];
  return findLosses(
    { paths, revisions: oldRevisions },
    { paths: nextPaths, revisions },
    {
      kind: origin.kind,
      relation: relationOf(old, origin, shareRevisions(oldRevisions, revisions)),
      listed: new Set(listed.map(({ path }) => path)),
      deletedBlobs,
    },
  );
}

/** @param isRelated whether the bag has revisions of this library */
function relationOf(
  old: BagOrigin | undefined,
  origin: BagOrigin,
  isRelated: boolean,
): BagRelation {
  if (old?.kind !== origin.kind) return "other";
  const hasIds = old.library !== undefined && origin.library !== undefined;
  if (hasIds && old.library !== origin.library) return "other";
  // Release 0.1.0 had no ids; and a copy of a library's tables has its id, at another address.
  if (hasIds && old.address === origin.address) return "own";
  return isRelated ? "related" : "other";
}

/** Two libraries never publish the same at the same millisecond, unless one was imported from the other. */
function shareRevisions(some: readonly BagRevision[], others: readonly BagRevision[]): boolean {
  const keys = new Set(others.map(({ key }) => key));
  return some.some(({ key }) => keys.has(key));
}

/**
 * Names what nothing explains, and with --force asks whether to remove it.
 * @throws CliError without --force
 */
async function mayRemove(
  path: string,
  losses: readonly string[],
  options: ExportOptions,
): Promise<boolean> {
  if (!options.force) {
    throw new CliError(
      [
        `${path} has what this library doesn't have, and nothing says that the library deleted it:`,
        ...losses.map((loss) => `  ${loss}`),
        "Nothing was changed. Give another folder, or remove these with --force.",
      ].join("\n"),
    );
  }
  if (!options.json) {
    print(`This removes from ${path}:`);
    for (const loss of losses) print(`  ${loss}`);
  }
  return confirmChange("Remove them?", "Nothing was changed.", options);
}
