import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { extensionOf } from "../library/media-types.ts";
import type { FileReference } from "../manifest/files.ts";
import { nearest } from "../manifest/near.ts";
import type { Problem } from "../manifest/problem.ts";
import type { Measured } from "../manifest/to-record.ts";
import { digestOfFile } from "./digest-file.ts";
import { isFastStart, type Probed, probeImage, probeMedia } from "./probe.ts";
import { readText } from "./read-text.ts";

/** Something to mend in a file, told at the line of the manifest that names it. */
export type Finding = Pick<Problem, "severity" | "message">;

/** A file that was looked at; `measured` is undefined where it can't be published. */
export interface MeasuredFile {
  readonly measured: Measured | undefined;
  readonly findings: readonly Finding[];
}

/** Looks at a file: is it there, is it what its name says, its digest, size, length and codecs. */
export async function measureFile(
  { name, content }: FileReference,
  folder: string,
): Promise<MeasuredFile> {
  const path = join(folder, name);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return failed(await missing(path, name));
  if (!found.isFile()) return failed(`${name} is a folder: name a file`);
  if (found.size === 0) return failed(`${name} is empty: was it saved whole?`);

  const file = { sha256: await digestOfFile(path), extension: extensionOf(name), size: found.size };
  if (content === "picture") return measurePicture(name, path, file);
  if (file.extension === "md" && (await readText(path)) === undefined) {
    return failed(`${name} isn't UTF-8: save it as UTF-8`);
  }
  if (content === "other") return { measured: file, findings: [] };
  return measureMedium(name, content, path, file);
}

async function measurePicture(name: string, path: string, file: Measured): Promise<MeasuredFile> {
  const size = await probeImage(path);
  if (size === undefined) {
    return failed(`${name} can't be read as a picture: save it as WebP, JPEG or PNG`);
  }
  if (size.format !== file.extension) {
    return failed(`${name} holds a .${size.format} picture: rename it, here and in the folder`);
  }
  return { measured: { ...file, width: size.width, height: size.height }, findings: [] };
}

const containers: Readonly<Record<string, string>> = {
  webm: "WebM",
  mp4: "MP4",
  m4a: "MP4",
  mp3: "MP3",
  ogg: "Ogg",
  opus: "Ogg",
};

/** The codecs that every current browser plays. */
const playable = ["avc", "vp8", "vp9", "av1"];

async function measureMedium(
  name: string,
  content: FileReference["content"],
  path: string,
  file: Measured,
): Promise<MeasuredFile> {
  let probed: Probed | undefined;
  try {
    probed = await probeMedia(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed(`${name} is broken or cut off (${why}): export it again`);
  }
  const wanted = containers[file.extension];
  if (probed === undefined) {
    return failed(`${name} can't be read as ${wanted ?? "a film or sound"}: export it again`);
  }
  if (probed.container !== wanted) {
    return failed(`${name} holds ${probed.container}, not ${wanted}: export it as ${wanted}`);
  }
  if (content === "film" && probed.width === undefined) {
    return failed(`${name} has no picture: name it under \`audioOnly\``);
  }
  if (content === "sound" && !probed.hasAudio) return failed(`${name} has no sound`);
  const { duration, width, height, codecs } = probed;
  const measured = {
    ...file,
    duration,
    ...(width === undefined || height === undefined ? {} : { width, height }),
    ...(codecs === undefined ? {} : { codecs }),
  };
  return { measured, findings: await weaknesses(name, content, path, probed) };
}

async function weaknesses(
  name: string,
  content: FileReference["content"],
  path: string,
  { container, videoCodec }: Probed,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const warn = (message: string) => findings.push({ severity: "warning", message });
  if (content === "sound" && videoCodec !== undefined) {
    warn(
      `${name} holds a picture too, which viewers on metered lines pay for: export the sound alone`,
    );
  } else if (videoCodec !== undefined && !playable.includes(videoCodec)) {
    warn(`${name} is ${videoCodec}, which not every browser plays: export it as H.264 or VP9`);
  }
  if (container === "MP4" && !(await isFastStart(path))) {
    warn(
      `${name} can't play before it is there whole: write it for fast start, ` +
        `ffmpeg -i ${name} -c copy -movflags +faststart new-${name}`,
    );
  }
  return findings;
}

async function missing(path: string, name: string): Promise<string> {
  const others = await readdir(dirname(path)).catch((): string[] => []);
  const near = nearest(basename(path), others);
  const advice = near === undefined ? "put it beside this manifest" : `did you mean ${near}?`;
  return `the file ${name} isn't there: ${advice}`;
}

function failed(message: string): MeasuredFile {
  return { measured: undefined, findings: [{ severity: "error", message }] };
}
