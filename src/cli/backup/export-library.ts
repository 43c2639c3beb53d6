import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ImportRequest } from "../../api/contract.ts";
import { formatSize } from "../../i18n/format.ts";
import { exportFileNames } from "../../manifest/export-file-names.ts";
import { manifestFileName } from "../../manifest/schema.ts";
import { toManifest } from "../../manifest/to-manifest.ts";
import { blobsOf } from "../../records/blobs.ts";
import { canonicalJson } from "../../records/digest.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { upgradeRecord } from "../../records/schema/versions.ts";
import { listWorks } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import { formatCount, print, printJson } from "../output/print.ts";
import { checkBag, completeBag, payloadFolder, writeBagFile } from "./bag.ts";
import { downloadBlob } from "./download-blob.ts";
import { fetchPublicWork, fetchWholeWork, type NeededBlob } from "./fetch-work.ts";

export interface ExportOptions {
  /** Leave out everything that isn't public. */
  readonly public?: boolean;
  readonly json?: boolean;
}

/**
 * `videoteca export FOLDER`: copies the library to a folder as a BagIt bag (RFC 8493), with every
 * revision, event and file. Run again, it continues an interrupted export. @returns the exit code
 */
export async function exportLibrary(folder: string, options: ExportOptions): Promise<number> {
  const settings = readSettings(process.env);
  const { json = false, public: isPublic = false } = options;
  await requireUsableFolder(folder);
  const now = new Date();
  // If a work was withdrawn while its files were fetched, they are missing but not lost: try again.
  let copied = await copyWorks(settings, folder, isPublic, now);
  if (copied.lost.length > 0) copied = await copyWorks(settings, folder, isPublic, now);
  const { exported, needed, lost } = copied;
  await removeUnneeded(join(folder, payloadFolder, "blobs"), needed);
  const { files, bytes } = await completeBag(folder, [
    ["Bagging-Date", now.toISOString().slice(0, 10)],
    ["Bag-Software-Agent", "videoteca export"],
    ["External-Description", describeBag(settings.url, isPublic)],
  ]);
  await checkBag(folder);
  if (json) printJson({ folder, works: exported, files, bytes, lost });
  else {
    print(
      `Exported: ${formatCount(exported, "work")}, ${formatCount(needed.size, "file")} (${formatSize(bytes, "en")}) to ${folder}.`,
    );
    for (const name of lost)
      print(`The library has lost the file ${name}: apply its work again, then export.`);
    if (!isPublic) print(privacyWarning);
  }
  return lost.length === 0 ? 0 : 1;
}

/** Writes the current state of every work, and downloads the files that they need. */
async function copyWorks(settings: Settings, folder: string, isPublic: boolean, now: Date) {
  const works = await listWorks(settings);
  // Written again each time: only the files take long, and they are kept.
  await rm(join(folder, payloadFolder, "works"), { recursive: true, force: true });
  const needed = new Map<string, NeededBlob>();
  let exported = 0;
  for (const listed of works) {
    const found = isPublic
      ? await fetchPublicWork(settings, listed, now.toISOString())
      : await fetchWholeWork(settings, listed);
    if (found === undefined) continue;
    await writeWork(folder, found.work);
    for (const blob of found.blobs) needed.set(`${blob.sha256}.${blob.extension}`, blob);
    exported += 1;
  }
  const lost: string[] = [];
  for (const [name, blob] of needed) {
    const isFound = await downloadBlob(settings, blob, join(folder, payloadFolder, "blobs", name));
    if (!isFound) lost.push(name);
  }
  return { exported, needed, lost };
}

const privacyWarning =
  "The export contains drafts and names that aren't public: store it where only staff can read it. --public leaves them out.";

function describeBag(url: string, isPublic: boolean): string {
  return isPublic
    ? `The public content of the library at ${url}.`
    : `The whole library at ${url}, with drafts and with names that aren't public.`;
}

/** Creates the folder. @throws CliError if it contains other files, which must not become part of the bag */
async function requireUsableFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (names.length === 0 || names.includes(payloadFolder)) return;
  throw new CliError(`${folder} contains other files: give an empty folder, or an earlier export.`);
}

async function writeWork(folder: string, { revisions, ...history }: ImportRequest): Promise<void> {
  const workFolder = `${payloadFolder}/works/${history.slug}`;
  await writeBagFile(folder, `${workFolder}/history.json`, formatJson(history));
  for (const revision of revisions) {
    const name = String(revision.number).padStart(4, "0");
    await writeBagFile(folder, `${workFolder}/revisions/${name}.json`, formatJson(revision));
  }
  const current = revisions.find(({ number }) => number === history.current)?.record;
  if (current !== undefined) await writeManifest(folder, workFolder, upgradeRecord(current));
}

/** Writes the current record as a manifest, with comments that say where in the bag its files are. */
async function writeManifest(
  folder: string,
  workFolder: string,
  record: LibraryItem,
): Promise<void> {
  const names = exportFileNames(record);
  const files = blobsOf(record).map(
    ({ sha256, extension }) => `# ${names.get(sha256)} is blobs/${sha256}.${extension}\n`,
  );
  const text = files.join("") + toManifest(record, names);
  await writeBagFile(folder, `${workFolder}/${manifestFileName(record.kind)}`, text);
}

/** Removes files of an earlier export: files of a work that was withdrawn since must not remain. */
async function removeUnneeded(folder: string, needed: ReadonlyMap<string, unknown>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((file) => !needed.has(file))) await rm(join(folder, name));
}

/** Formats JSON with sorted keys, so that two exports of the same library are identical. */
function formatJson(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}
