import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { runFfmpeg } from "./ffmpeg.ts";
import { encodeCall } from "./ffmpeg-arguments.ts";
import { type Advance, progressReader } from "./progress.ts";
import type { Source } from "./source.ts";
import type { Target } from "./targets.ts";

/**
 * Makes a file. It is written under another name and gets its own once it is whole: whatever happens,
 * there is never half a file of that name.
 * @param folder where the target's name belongs
 * @param moment of a poster, in seconds
 * @param heard told how far it is
 * @param signal stops it; what was written so far is removed
 * @throws Stop where ffmpeg isn't installed; FfmpegFailed where it fails
 */
export async function makeFile(
  source: Source,
  target: Target,
  folder: string,
  moment: number,
  heard: (advance: Advance) => void,
  signal: AbortSignal,
): Promise<string> {
  const path = join(folder, target.name);
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const read = progressReader();
  await mkdir(dirname(path), { recursive: true });
  try {
    const call = encodeCall(source, target, draft, moment);
    await runFfmpeg(
      call,
      (text) => {
        const advance = read(text);
        if (advance !== undefined) heard(advance);
      },
      signal,
    );
    signal.throwIfAborted();
    await rename(draft, path);
    return path;
  } finally {
    await rm(draft, { force: true });
  }
}
