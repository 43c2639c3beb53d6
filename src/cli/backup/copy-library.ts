import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { ImportRequest } from "../../api/contract.ts";
import { exportFileNames } from "../../manifest/export-file-names.ts";
import { manifestFileName } from "../../manifest/schema.ts";
import { toManifest } from "../../manifest/to-manifest.ts";
import { blobsOf } from "../../records/blobs.ts";
import { canonicalJson } from "../../records/digest.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { RecordVersionError, upgradeRecord } from "../../records/schema/versions.ts";
import { listWorks } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { makeFolder } from "../make-folder.ts";
import { digestOfText } from "../manifests/digest-file.ts";
import { type BagFile, payloadFolder } from "./bag.ts";
import type { BagKind } from "./bag-origin.ts";
import { type BagRevision, describeRevision } from "./bag-works.ts";
import { downloadBlob } from "./download-blob.ts";
import { fetchPublicWork, fetchWholeWork, type NeededBlob } from "./fetch-work.ts";
import { privateFolder, writePrivateFile } from "./private-files.ts";
import { stagingPaths } from "./staging.ts";

/** The works of a library, as they are in the staging folder of a bag. */
export interface CopiedWorks {
  /** How many works. */
  readonly count: number;
  readonly files: readonly BagFile[];
  readonly revisions: readonly BagRevision[];
  /** The files that they need, by name. */
  readonly needed: ReadonlyMap<string, NeededBlob>;
  /** Digests of files that the library has deleted. */
  readonly deletedBlobs: ReadonlySet<string>;
}

/** Writes the current state of every work into the staging folder. */
export async function copyWorks(
  settings: Settings,
  bag: string,
  kind: BagKind,
  now: Date,
): Promise<CopiedWorks> {
  const { works } = stagingPaths(bag);
  await rm(works, { recursive: true, force: true });
  makeFolder(works, privateFolder);
  const files: BagFile[] = [];
  const revisions: BagRevision[] = [];
  const needed = new Map<string, NeededBlob>();
  const deletedBlobs = new Set<string>();
  let count = 0;
  for (const listed of await listWorks(settings)) {
    const fetchWork = () =>
      kind === "public"
        ? fetchPublicWork(settings, listed, now.toISOString())
        : fetchWholeWork(settings, listed);
    const found = await withReadableRecords(listed.slug, async () => {
      const work = await fetchWork();
      return work && { ...work, files: filesOf(work.work) };
    });
    if (found === undefined) continue;
    count += 1;
    for (const [path, text] of found.files) {
      await writePrivateFile(join(works, path), text);
      const size = Buffer.byteLength(text);
      files.push({ path: `${payloadFolder}/works/${path}`, sha256: digestOfText(text), size });
    }
    const { slug } = listed;
    for (const revision of found.work.revisions) {
      const path = `${payloadFolder}/works/${revisionPath(slug, revision.number)}`;
      revisions.push(describeRevision(slug, path, revision));
    }
    for (const blob of found.blobs) needed.set(`${blob.sha256}.${blob.extension}`, blob);
    for (const { sha256 } of found.work.removed) deletedBlobs.add(sha256);
  }
  return { count, files, revisions, needed, deletedBlobs };
}

/**
 * Downloads the files that works need into the staging folder, unless the bag has them.
 * @returns the bag's files, and the names of those that the library has lost
 */
export async function copyBlobs(
  settings: Settings,
  bag: string,
  needed: ReadonlyMap<string, NeededBlob>,
): Promise<{ files: BagFile[]; lost: string[] }> {
  const { blobs } = stagingPaths(bag);
  const files: BagFile[] = [];
  const lost: string[] = [];
  for (const [name, blob] of needed) {
    const existing = join(bag, payloadFolder, "blobs", name);
    if (await downloadBlob(settings, blob, join(blobs, name), existing)) {
      const { sha256, size } = blob;
      files.push({ path: `${payloadFolder}/blobs/${name}`, sha256, size });
    } else lost.push(name);
  }
  // What an interrupted export has fetched for works that are gone since.
  for (const name of await readdir(blobs)) {
    if (!needed.has(name)) await rm(join(blobs, name));
  }
  return { files, lost };
}

/** @throws CliError if a record isn't one that this release knows */
async function withReadableRecords<Result>(
  slug: string,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const isUnreadable = error instanceof TypeError || error instanceof z.ZodError;
    if (isUnreadable)
      throw new CliError(`${slug} has a record that can't be read: update videoteca.`);
    if (error instanceof RecordVersionError) throw new CliError(`${slug} ${error.message}.`);
    throw error;
  }
}

/** The files of a work in a bag, with their texts, by their paths from the folder of all works. */
function filesOf({ revisions, ...history }: ImportRequest): [path: string, text: string][] {
  const files: [string, string][] = [[`${history.slug}/history.json`, formatJson(history)]];
  for (const revision of revisions) {
    files.push([revisionPath(history.slug, revision.number), formatJson(revision)]);
  }
  const current = revisions.find(({ number }) => number === history.current)?.record;
  if (current === undefined) return files;
  const record = upgradeRecord(current);
  files.push([`${history.slug}/${manifestFileName(record.kind)}`, formatManifest(record)]);
  return files;
}

function revisionPath(slug: string, number: number): string {
  return `${slug}/revisions/${String(number).padStart(4, "0")}.json`;
}

/** The current record as a manifest, with comments that say where in the bag its files are. */
function formatManifest(record: LibraryItem): string {
  const names = exportFileNames(record);
  const files = blobsOf(record).flatMap(({ sha256, extension }) => {
    const name = names.get(sha256);
    return name === undefined ? [] : [`# ${name} is blobs/${sha256}.${extension}\n`];
  });
  return files.join("") + toManifest(record, names);
}

/** Formats JSON with sorted keys, so that two exports of the same library are identical. */
function formatJson(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}
