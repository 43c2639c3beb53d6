import { lstat, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formatCount } from "../../inspection/lines.ts";
import { manifestFileName } from "../../manifest/schema.ts";
import { toManifest } from "../../manifest/to-manifest.ts";
import { blobsOf } from "../../records/blobs.ts";
import { formerSlugsOf } from "../../records/former-slugs.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { anyRecord } from "../../records/schema/versions.ts";
import { fetchHistory, fetchLibraryId, fetchStoredRevision } from "../api/works.ts";
import { downloadBlob } from "../backup/download-blob.ts";
import { CliError } from "../cli-error.ts";
import type { JsonOption } from "../commands/common.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import { makeFolder } from "../make-folder.ts";
import { digestOfFile } from "../manifests/digest-file.ts";
import { print, printJson } from "../output/print.ts";
import { readFolderMemory, rememberInStep } from "../sync/folder-memory.ts";
import { replaceFile } from "../sync/replace-file.ts";
import { chooseFileNames, readLocalWork } from "./local-work.ts";

export interface PullOptions extends JsonOption {
  /** Replace files that have other content. */
  readonly overwrite?: boolean;
}

/**
 * `videoteca pull SLUG [FOLDER]`: writes a work's current state as a manifest with its files, which `apply` calls
 * unchanged. Nothing is written if that would replace other content. @returns the exit code
 */
export async function pull(
  slug: string,
  folder: string | undefined,
  { json = false, overwrite = false }: PullOptions,
): Promise<number> {
  const settings = readSettings(process.env);
  const { record, revision, digest } = await fetchCurrentRecord(settings, slug);
  const target = folder ?? slug;
  // A broken memory is an error before anything is written.
  await readFolderMemory(target);
  const local = await readLocalWork(target, record);
  const names = chooseFileNames(target, record, local);
  const manifest = {
    path: join(target, manifestFileName(record.kind)),
    // A manifest that says the same is kept as it was written, with its comments.
    text: local?.digest === digest ? undefined : formatManifest(settings, record, names),
  };
  const ownFiles = new Set(local?.blobs.map(({ sha256 }) => sha256));
  const missing = blobsOf(record).filter(
    // What a PDF says has no name: it is read from the PDF again.
    ({ sha256 }) => names.has(sha256) && !ownFiles.has(sha256),
  );
  const unique = [...new Map(missing.map((blob) => [blob.sha256, blob])).values()];
  const files = unique.map((blob) => ({
    ...blob,
    path: join(target, names.get(blob.sha256) ?? ""),
  }));
  await requireReplaceable([manifest, ...files], overwrite);

  makeFolder(target);
  let downloaded = 0;
  for (const file of files) {
    if ((await digestOfFile(file.path).catch(() => undefined)) === file.sha256) continue;
    makeFolder(dirname(file.path));
    if (!(await downloadBlob(settings, file, file.path))) {
      throw new CliError(
        `The library has lost the file ${file.sha256}.${file.extension} of ${slug}: apply the work from a folder that has it.`,
      );
    }
    downloaded += 1;
  }
  if (manifest.text !== undefined) await replaceFile(manifest.path, manifest.text);
  const id = (await fetchLibraryId(settings)) ?? settings.url;
  const inStep = { folder: target, slug, formerSlugs: formerSlugsOf(record), revision, digest };
  await rememberInStep({ id, url: settings.url }, [inStep]);
  const isSame = (await readLocalWork(target, record))?.digest === digest;
  report({ slug, revision, digest, manifest: manifest.path, downloaded, isSame }, json);
  return 0;
}

/** Reads a work's current record, and checks all of it: its names of files come from the network. */
async function fetchCurrentRecord(settings: Settings, slug: string) {
  const history = await fetchHistory(settings, slug);
  if (history.status === "withdrawn") {
    throw new CliError(
      `${slug} was withdrawn, and its files were deleted. Restore it before you pull it.`,
    );
  }
  const revision = await fetchStoredRevision(settings, slug, history.current);
  const parsed = anyRecord.safeParse(revision.record);
  if (!parsed.success || parsed.data.slug !== slug) {
    const [issue] = parsed.error?.issues ?? [];
    const reason =
      issue === undefined ? "another slug" : `${issue.path.join(".")}: ${issue.message}`;
    throw new CliError(
      `The library's record of ${slug} isn't one that a manifest can say (${reason}).`,
    );
  }
  return { record: parsed.data, revision: revision.number, digest: revision.digest };
}

function formatManifest(
  { url }: Settings,
  record: LibraryItem,
  names: ReadonlyMap<string, string>,
): string {
  const schema = `${url}/schemas/${record.kind.toLowerCase()}.json`;
  return `# yaml-language-server: $schema=${schema}\n${toManifest(record, names)}`;
}

interface TargetFile {
  readonly path: string;
  /** What the file is to contain, or its digest; undefined for both if it stays. */
  readonly text?: string | undefined;
  readonly sha256?: string;
}

/** @throws CliError that lists the files which have other content */
async function requireReplaceable(files: readonly TargetFile[], overwrite: boolean): Promise<void> {
  const replaced: string[] = [];
  for (const { path, text, sha256 } of files) {
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) continue;
    if (!found.isFile()) {
      throw new CliError(`${path} isn't a regular file: move it away, then pull again.`);
    }
    const isSame =
      sha256 === undefined
        ? text === undefined || (await readFile(path, "utf8")) === text
        : (await digestOfFile(path)) === sha256;
    if (!isSame) replaced.push(path);
  }
  if (overwrite || replaced.length === 0) return;
  const were = formatCount(replaced.length, "file");
  throw new CliError(
    `Nothing was pulled, because it would replace ${were} with other content:\n${replaced.map((path) => `  ${path}`).join("\n")}\nPull into an empty folder and compare, or replace them with --overwrite.`,
  );
}

interface PullReport {
  readonly slug: string;
  readonly revision: number;
  readonly digest: string;
  readonly manifest: string;
  /** How many files were downloaded. */
  readonly downloaded: number;
  /** Whether the manifest, read again, gives the library's record. */
  readonly isSame: boolean;
}

function report({ isSame, ...result }: PullReport, json: boolean): void {
  const { slug, revision, manifest, downloaded } = result;
  if (json) {
    printJson({ ...result, inStep: isSame });
    return;
  }
  const files = formatCount(downloaded, "file");
  print(`Pulled ${slug}, revision ${revision}: ${manifest}, ${files} downloaded.`);
  if (!isSame) {
    print("This version of videoteca reads its files differently: see `videoteca plan`.");
  }
}
