import { existsSync } from "node:fs";
import type { ChangeResult, MissingBlobs } from "../../api/contract.ts";
import { formatSize } from "../../i18n/format.ts";
import { createClient } from "../api/client.ts";
import { missingBlobsIn } from "../api/missing-blobs.ts";
import { changeWork, fetchHistory } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import { type LocalBlob, readManifests } from "../manifests/read-folder.ts";
import { confirmChange } from "../output/ask.ts";
import { count, print } from "../output/print.ts";
import { createProgress, noProgress } from "../output/progress.ts";
import { uploadBlobs } from "../upload/blob-uploader.ts";

/**
 * `videoteca restore SLUG [PATH…]`: brings a withdrawn work back as it was; files that were deleted are
 * sent again from the manifests at the paths, or in `media-manifests`. @returns the exit code
 */
export async function restore(
  slug: string,
  paths: readonly string[],
  options: { yes?: boolean; json?: boolean },
): Promise<number> {
  const settings = readSettings(process.env);
  const { digest } = await fetchHistory(settings, slug);
  const question = `Restore ${slug}? It is as public as it was before.`;
  if (!(await confirmChange(question, "It stays withdrawn.", options))) return 1;
  const changed = await restoreWith(settings, slug, digest, paths, options.json ?? false);
  if (options.json) print(JSON.stringify(changed, null, 2));
  else print(`Restored: ${slug} is revision ${changed.revision} again.`);
  return 0;
}

async function restoreWith(
  settings: Settings,
  slug: string,
  digest: string,
  paths: readonly string[],
  json: boolean,
): Promise<ChangeResult> {
  try {
    return await changeWork(settings, slug, "restore", {}, digest);
  } catch (error) {
    const missing = missingBlobsIn(error);
    if (missing === undefined) throw error;
    const blobs = await findBlobs(slug, missing, paths.length > 0 ? paths : usualPlaces());
    const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
    const progress = json ? noProgress : createProgress(bytes);
    await uploadBlobs(createClient(settings), blobs, progress);
    progress.clear();
    return changeWork(settings, slug, "restore", {}, digest);
  }
}

/** Where a library's manifests lie, if the command is called where they are kept. */
function usualPlaces(): string[] {
  return existsSync("media-manifests") ? ["media-manifests"] : [];
}

/** @throws Stop where a file isn't at the paths; it says which */
async function findBlobs(
  slug: string,
  missing: MissingBlobs["blobs"],
  paths: readonly string[],
): Promise<LocalBlob[]> {
  const { works } = await readManifests(paths);
  const local = new Map(works.flatMap(({ blobs }) => blobs).map((blob) => [blob.sha256, blob]));
  const unfound = missing.filter(({ sha256 }) => !local.has(sha256));
  if (unfound.length > 0) {
    const listed = unfound.map(
      ({ sha256, extension, size }) => `  ${sha256}.${extension}, ${formatSize(size, "en")}`,
    );
    const where = paths.length === 0 ? "" : ` at ${paths.join(", ")}`;
    throw new CliError(
      [
        `${count(unfound.length, "file")} of ${slug} were deleted when it was withdrawn, and aren't${where}:`,
        ...listed,
        `Name the folder with its manifest: videoteca restore ${slug} PATH. The files must be the same, byte for byte.`,
      ].join("\n"),
    );
  }
  return missing.flatMap(({ sha256 }) => local.get(sha256) ?? []);
}
