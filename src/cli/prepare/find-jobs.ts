import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { findManifests } from "../../inspection/find-manifests.ts";
import { nameOnDisk } from "../../inspection/locate-file.ts";
import { type MediaInfo, readMediaInfo } from "../../inspection/media/media-info.ts";
import { isFilmName, isSoundName } from "../../inspection/media/source-names.ts";
import { readManifestText } from "../../inspection/read-manifest-text.ts";
import { fileName } from "../../manifest/file-name.ts";
import { manifestFileName } from "../../manifest/schema.ts";
import { readSource } from "../../manifest/source.ts";
import { CliError } from "../cli-error.ts";
import { findInside } from "../manifests/find-inside.ts";
import { nodeFiles } from "../manifests/node-files.ts";
import type { ExistingFiles, ManifestFiles } from "./plan-targets.ts";

/** A video or audio file to make other files from. */
export interface PreparationJob {
  readonly source: string;
  /** The source's folder, in which the files are made. */
  readonly folder: string;
  /** The manifest in that folder; undefined if there is none. */
  readonly manifest: string | undefined;
  readonly existing: ExistingFiles;
}

/**
 * Finds the jobs at some paths: each is a film or sound file to use as the source, a manifest, or a folder
 * of manifests. The source of an episode is the film with the largest picture in the manifest's folder,
 * whether the manifest names it or not; if there is no film, the only sound file.
 * @throws CliError if a path doesn't exist, or if the source isn't clear
 */
export async function findJobs(paths: readonly string[]): Promise<PreparationJob[]> {
  const jobs: PreparationJob[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() && (isFilmName(path) || isSoundName(path))) {
      jobs.push(await createJobForSource(path));
      continue;
    }
    const { files, problems } = await findManifests(nodeFiles, [path]);
    const [problem] = problems;
    if (problem !== undefined) throw new CliError(`${problem.file}: ${problem.message}`);
    for (const manifest of files) {
      const named = await readManifestFiles(manifest);
      if (named === undefined) continue;
      jobs.push(await createJob(await findSource(manifest, named), manifest, named));
    }
  }
  return jobs;
}

async function createJobForSource(source: string): Promise<PreparationJob> {
  const manifest = join(dirname(source), manifestFileName("Episode"));
  const named = existsSync(manifest) ? await readManifestFiles(manifest) : undefined;
  return createJob(source, named === undefined ? undefined : manifest, named);
}

async function createJob(
  source: string,
  manifest: string | undefined,
  manifestFiles: ManifestFiles | undefined,
): Promise<PreparationJob> {
  const folder = dirname(source);
  const fileNames = new Set(await readdir(folder));
  const { video = [], audioOnly, poster } = manifestFiles ?? {};
  // The manifest may name files in subfolders.
  for (const name of [...video, audioOnly, poster]) {
    if (name !== undefined && existsSync(join(folder, name))) fileNames.add(name);
  }
  const mediaInfo = new Map<string, MediaInfo>();
  for (const name of new Set([...video, basename(source)])) {
    const info = fileNames.has(name) ? await tryReadMediaInfo(folder, name) : undefined;
    if (info !== undefined) mediaInfo.set(name, info);
  }
  return { source, folder, manifest, existing: { manifestFiles, fileNames, mediaInfo } };
}

/** A broken film counts as missing: it is made again, or ffmpeg reports what is wrong with it. */
async function tryReadMediaInfo(folder: string, name: string): Promise<MediaInfo | undefined> {
  const found = await findInside(folder, name);
  return "realPath" in found
    ? readMediaInfo(nodeFiles, found.realPath).catch(() => undefined)
    : undefined;
}

/** The files among some names: a pipe can't be a film, and a link may not lead out of the folder. */
async function filesAmong(folder: string, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => findInside(folder, name)));
  return names.filter((_, index) => "realPath" in (found[index] ?? {}));
}

async function findSource(manifest: string, { video }: ManifestFiles): Promise<string> {
  const folder = dirname(manifest);
  const fileNames = await filesAmong(folder, await readdir(folder));
  const namedFilms = await filesAmong(folder, video);
  const films = new Set([...namedFilms, ...fileNames.filter((name) => isFilmName(name))]);
  const candidates = await Promise.all(
    [...films].map(async (name) => {
      const path = join(folder, name);
      const { width = 0, height = 0 } = (await tryReadMediaInfo(folder, name)) ?? {};
      return { path, pixels: width * height, isNamed: Number(namedFilms.includes(name)) };
    }),
  );
  const [largest] = candidates.sort((a, b) => b.pixels - a.pixels || b.isNamed - a.isNamed);
  if (largest !== undefined) return largest.path;
  const [sound, another] = fileNames.filter((name) => isSoundName(name));
  if (sound !== undefined && another === undefined) return join(folder, sound);
  throw new CliError(
    sound === undefined
      ? `${manifest}: there is no film in this folder: put it there`
      : `${manifest}: there are several sound files: name one, for example: videoteca prepare ${join(folder, sound)}`,
  );
}

const optionalFile = z
  .object({ file: fileName })
  .transform(({ file }) => file)
  .optional()
  .catch(undefined);

/** Only the needed fields: the manifest may be incomplete while its films are prepared. */
const episodeManifest = z.object({
  kind: z.literal("Episode"),
  inLanguage: z.string().catch("en"),
  video: z.array(optionalFile).catch([]),
  audioOnly: optionalFile,
  poster: optionalFile,
});

/**
 * The files' names are as they are written on this machine (Unicode NFC or NFD).
 * @returns undefined if the manifest is of another kind than an episode
 */
async function readManifestFiles(path: string): Promise<ManifestFiles | undefined> {
  const source = await readManifestText(nodeFiles, path);
  const value = "text" in source ? readSource(source.text).value : undefined;
  const { data } = episodeManifest.safeParse(value);
  if (data === undefined && basename(path) === manifestFileName("Episode")) {
    throw new CliError(`${path} can't be read: run \`videoteca check\` to see what is wrong.`);
  }
  if (data === undefined) return undefined;
  const { inLanguage, video, audioOnly, poster } = data;
  const onDisk = (name: string) => nameOnDisk(nodeFiles, dirname(path), name);
  return {
    inLanguage,
    video: await Promise.all(video.filter((name) => name !== undefined).map(onDisk)),
    audioOnly: audioOnly && (await onDisk(audioOnly)),
    poster: poster && (await onDisk(poster)),
  };
}
