import { existsSync } from "node:fs";
import type { ChangeResult, MissingBlobs } from "../../api/contract.ts";
import { formatSize } from "../../i18n/format.ts";
import { formatCount } from "../../inspection/lines.ts";
import type { LocalBlob } from "../../inspection/load-work.ts";
import { createClient } from "../api/client.ts";
import { missingBlobsIn } from "../api/missing-blobs.ts";
import { changeWork } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { readManifests } from "../manifests/read-manifests.ts";
import { createProgress, noProgress } from "../output/progress.ts";
import { uploadBlobs } from "./blob-uploader.ts";

/**
 * Restores a withdrawn work. Files that were deleted with it are sent again from manifests on this
 * machine.
 * @param digest the digest of the work's current revision
 * @param paths where the manifests are; if empty, `media-manifests` in the current folder
 * @param isQuiet whether to show no progress
 * @throws CliError if a deleted file isn't found
 */
export async function restoreWork(
  settings: Settings,
  slug: string,
  digest: string,
  paths: readonly string[],
  isQuiet: boolean,
): Promise<ChangeResult> {
  try {
    return await changeWork(settings, slug, "restore", {}, digest);
  } catch (error) {
    const missing = missingBlobsIn(error);
    if (missing === undefined) throw error;
    const blobs = await findBlobs(slug, missing, paths.length > 0 ? paths : defaultPaths());
    const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
    const progress = isQuiet ? noProgress : createProgress(bytes);
    await uploadBlobs(createClient(settings), blobs, progress);
    progress.clear();
    return changeWork(settings, slug, "restore", {}, digest);
  }
}

function defaultPaths(): string[] {
  return existsSync("media-manifests") ? ["media-manifests"] : [];
}

/** @throws CliError that lists the files that aren't at the paths */
async function findBlobs(
  slug: string,
  missing: MissingBlobs["blobs"],
  paths: readonly string[],
): Promise<LocalBlob[]> {
  const { works } = await readManifests(paths);
  const local = new Map(works.flatMap(({ blobs }) => blobs).map((blob) => [blob.sha256, blob]));
  const notFound = missing.filter(({ sha256 }) => !local.has(sha256));
  if (notFound.length > 0) {
    const listed = notFound.map(
      ({ sha256, extension, size }) => `  ${sha256}.${extension}, ${formatSize(size, "en")}`,
    );
    const were = notFound.length === 1 ? "was" : "were";
    const where = paths.length === 0 ? "" : ` at ${paths.join(", ")}`;
    throw new CliError(
      [
        `${formatCount(notFound.length, "file")} of ${slug} ${were} deleted when it was withdrawn, and can't be found${where}:`,
        ...listed,
        `Name the folder with its manifest: videoteca restore ${slug} PATH. The files must be identical, byte for byte.`,
      ].join("\n"),
    );
  }
  return missing.flatMap(({ sha256 }) => local.get(sha256) ?? []);
}
