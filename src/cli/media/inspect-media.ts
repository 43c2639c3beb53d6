import { formatSize } from "../../i18n/format.ts";
import type { FileReference } from "../../manifest/files.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import { type FileProblem, type InspectedFile, rejectedFile } from "../manifests/inspected-file.ts";
import type { FastStart } from "./fast-start.ts";
import { type MediaInfo, readMediaInfo } from "./media-info.ts";
import { missingWebMBytes } from "./webm-truncation.ts";

/** The container that each extension stands for. */
const containers: Readonly<Record<string, string>> = {
  webm: "WebM",
  mp4: "MP4",
  m4a: "MP4",
  mp3: "MP3",
  ogg: "Ogg",
  opus: "Ogg",
};

/**
 * Inspects a video or audio file: whether it is complete, whether it is what its name and the manifest
 * say, and how long it is.
 * @param file what is known of it already
 * @param start how it starts, if it consists of MP4 boxes
 */
export async function inspectMedia(
  { name, content }: FileReference,
  path: string,
  file: MeasuredFiles,
  start: FastStart | undefined,
): Promise<InspectedFile> {
  const expected = containers[file.extension];
  let info: MediaInfo | undefined;
  try {
    info = await readMediaInfo(path);
  } catch (error) {
    return rejectedFile(`${name} is broken (${describeError(error)}): export it again`);
  }
  if (info === undefined) {
    return rejectedFile(
      `${name} can't be read as ${expected ?? "video or audio"}: export it again`,
    );
  }
  if (info.container !== expected) {
    return rejectedFile(
      `${name} is ${info.container}, not ${expected}: export it as ${expected}, or convert it with \`videoteca prepare\``,
    );
  }
  const missing = expected === "WebM" ? await missingWebMBytes(path) : 0;
  if (missing > 0) return rejectedFile(truncatedMessage(name, missing));
  if (content === "film" && info.width === undefined) {
    return rejectedFile(`${name} has no picture: name it under \`audioOnly\``);
  }
  if (content === "sound" && !info.hasAudio) return rejectedFile(`${name} has no sound`);
  const { duration, width, height, codecs } = info;
  const details = {
    ...file,
    duration,
    ...(width === undefined || height === undefined ? {} : { width, height }),
    ...(codecs === undefined ? {} : { codecs }),
  };
  const problems = [...checkAudioOnly(name, content, info), ...checkStart(name, start)];
  return { details, mediaInfo: info, problems };
}

/** The message for a file that lacks some bytes. */
export function truncatedMessage(name: string, missing: number): string {
  const size = formatSize(missing, "en");
  return `${name} is truncated, ${size} are missing at its end: copy or export it again`;
}

/** mediabunny's reason; its failed assertions mean nothing to users. */
function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^assertion/i.test(message) ? "its parts don't fit together" : message;
}

function checkAudioOnly(
  name: string,
  content: FileReference["content"],
  { videoCodec }: MediaInfo,
): FileProblem[] {
  if (content !== "sound" || videoCodec === undefined) return [];
  const message = `${name} also contains video, which costs viewers data: export the sound alone`;
  return [{ severity: "warning", message }];
}

function checkStart(name: string, start: FastStart | undefined): FileProblem[] {
  if (start?.state === "moved") {
    const message = `${name} has its index at its end: it is published with the index at its start, so that it plays at once; your file isn't changed`;
    return [{ severity: "note", message }];
  }
  if (start?.state !== "slow") return [];
  const command = `ffmpeg -i ${name} -c copy -movflags +faststart new-${name}`;
  const message = `${name} can't play before it is loaded completely, and its index can't be moved, because ${start.why}: write the file again with ${command}`;
  return [{ severity: "warning", message }];
}
