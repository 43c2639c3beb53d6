import { realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CliError } from "../cli-error.ts";
import { makeFolder } from "../make-folder.ts";
import { isInside } from "../manifests/find-inside.ts";
import { createProgressReader, type EncodingProgress } from "./encoding-progress.ts";
import { runFfmpeg } from "./ffmpeg.ts";
import { encodeCall } from "./ffmpeg-arguments.ts";
import type { TargetFile } from "./plan-targets.ts";
import type { Source } from "./source.ts";

/**
 * Makes a file. It is written under a temporary name and renamed when it is complete, so that there is
 * never an incomplete file of the target's name.
 * @param folder the folder of the target
 * @param posterTime where in the film the poster is, in seconds
 * @param signal cancels; what was written so far is removed
 * @returns the file's path
 * @throws CliError if ffmpeg isn't installed; FfmpegError if it fails
 */
export async function makeFile(
  source: Source,
  target: TargetFile,
  folder: string,
  posterTime: number,
  onProgress: (progress: EncodingProgress) => void,
  signal: AbortSignal,
): Promise<string> {
  const path = join(folder, target.name);
  const temporaryPath = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const readProgress = createProgressReader();
  const onOutput = (chunk: string) => {
    const progress = readProgress(chunk);
    if (progress !== undefined) onProgress(progress);
  };
  makeFolder(dirname(path));
  const realFolder = await realpath(folder);
  if (!isInside(realFolder, join(await realpath(dirname(path)), basename(path)))) {
    throw new CliError(
      `${path} is in a symbolic link that leads out of ${folder}: remove the link.`,
    );
  }
  try {
    await runFfmpeg(encodeCall(source, target, temporaryPath, posterTime), onOutput, signal);
    signal.throwIfAborted();
    await rename(temporaryPath, path);
    return path;
  } finally {
    await rm(temporaryPath, { force: true });
  }
}
