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
import { listWorks } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import { count, print } from "../output/print.ts";
import { checkBag, closeBag, payloadFolder, writeBagFile } from "./bag.ts";
import { type NeededBlob, readPublicWork, readWholeWork } from "./export-work.ts";
import { fetchBlob } from "./fetch-blob.ts";

/**
 * `videoteca export FOLDER`: the whole library as a BagIt bag: every revision, every event, every file.
 * The same command goes on where it broke off. @returns the exit code
 */
export async function exportLibrary(
  folder: string,
  options: { public?: boolean; json?: boolean },
): Promise<number> {
  const settings = readSettings(process.env);
  const { json = false } = options;
  await requireOwnFolder(folder);
  const now = new Date();
  // A work may be withdrawn while its files are fetched: what is missing then isn't lost.
  let taken = await take(settings, folder, options.public ?? false, now);
  if (taken.lost.length > 0) taken = await take(settings, folder, options.public ?? false, now);
  const { exported, needed, lost } = taken;
  await dropOthers(join(folder, payloadFolder, "blobs"), needed);
  const { files, bytes } = await closeBag(folder, [
    ["Bagging-Date", now.toISOString().slice(0, 10)],
    ["Bag-Software-Agent", "videoteca export"],
    ["External-Description", described(settings.url, options.public ?? false)],
  ]);
  await checkBag(folder);
  if (json) print(JSON.stringify({ folder, works: exported, files, bytes, lost }, null, 2));
  else {
    print(
      `Exported: ${count(exported, "work")}, ${count(needed.size, "file")} (${formatSize(bytes, "en")}) to ${folder}.`,
    );
    for (const name of lost)
      print(`The library has lost ${name}: apply its work again, then export.`);
    if (!options.public) print(warning);
  }
  return lost.length === 0 ? 0 : 1;
}

/** Writes every work as it is now, and fetches the files that they need. */
async function take(settings: Settings, folder: string, isPublic: boolean, now: Date) {
  const works = await listWorks(settings);
  // Written anew each time: the files are what takes long, and they are kept.
  await rm(join(folder, payloadFolder, "works"), { recursive: true, force: true });
  const needed = new Map<string, NeededBlob>();
  let exported = 0;
  for (const listed of works) {
    const found = isPublic
      ? await readPublicWork(settings, listed, now.toISOString())
      : await readWholeWork(settings, listed);
    if (found === undefined) continue;
    await writeWork(folder, found.work);
    for (const blob of found.blobs) needed.set(`${blob.sha256}.${blob.extension}`, blob);
    exported += 1;
  }
  const lost: string[] = [];
  for (const [name, blob] of needed) {
    const there = await fetchBlob(settings.url, blob, join(folder, payloadFolder, "blobs", name));
    if (!there) lost.push(name);
  }
  return { exported, needed, lost };
}

const warning =
  "It holds drafts, and names of people who aren't public: keep it where only staff can read it. --public leaves them out.";

function described(url: string, isPublic: boolean): string {
  return isPublic
    ? `What is public in the library at ${url}.`
    : `The whole library at ${url}, with drafts and with people who aren't public.`;
}

/** @throws Stop where the folder holds something else, which a bag must not mix with */
async function requireOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (names.length === 0 || names.includes(payloadFolder)) return;
  throw new CliError(`${folder} holds other files: name an empty folder, or an earlier export.`);
}

async function writeWork(folder: string, { revisions, ...history }: ImportRequest): Promise<void> {
  const at = `${payloadFolder}/works/${history.slug}`;
  await writeBagFile(folder, `${at}/history.json`, pretty(history));
  for (const revision of revisions) {
    const name = String(revision.number).padStart(4, "0");
    await writeBagFile(folder, `${at}/revisions/${name}.json`, pretty(revision));
  }
  const current = revisions.find(({ number }) => number === history.current)?.record;
  if (current !== undefined) await writeManifest(folder, at, current);
}

/** The current record as a person would have written it, with where in the bag each of its files is. */
async function writeManifest(folder: string, at: string, record: LibraryItem): Promise<void> {
  const names = exportFileNames(record);
  const files = blobsOf(record).map(
    ({ sha256, extension }) => `# ${names.get(sha256)} is blobs/${sha256}.${extension}\n`,
  );
  const text = files.join("") + toManifest(record, names);
  await writeBagFile(folder, `${at}/${manifestFileName(record.kind)}`, text);
}

/** Files of an earlier export that no work needs any more: what was withdrawn since must not stay. */
async function dropOthers(folder: string, needed: ReadonlyMap<string, unknown>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => !needed.has(one))) await rm(join(folder, name));
}

/** JSON with its keys in order, so that two exports of the same library are the same bytes. */
function pretty(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}
