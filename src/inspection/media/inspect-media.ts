import type { FileFormat, FormatId } from "../../files/identify.ts";
import type { FileReference } from "../../manifest/files.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import type { FileTree } from "../file-tree.ts";
import {
  type FileProblem,
  faultMessage,
  type InspectedFile,
  rejectedFile,
} from "../inspected-file.ts";
import type { FastStart } from "./fast-start.ts";
import type { MediaInfo } from "./media-info.ts";

/** The container that each extension stands for. */
const containers: Readonly<Record<string, string>> = {
  webm: "WebM",
  mp4: "MP4",
  m4a: "MP4",
  mp3: "MP3",
  ogg: "Ogg",
  opus: "Ogg",
};

/** Formats of video and audio files, which are read to the end before they are judged. */
const readableFormats = new Set<FormatId>(["matroska", "mp4", "mp3", "ogg", "wav", "flac", "aac"]);

/** Films in formats that only ffmpeg reads. */
const convertibleFormats = new Set<FormatId>(["avi", "wmv", "flv", "mpeg"]);

/** Captions as late as this are noticed; an encoder's own delay is some hundredths. In seconds. Our choice. */
const maxSilence = 0.5;

/** Whether an extension is that of a video or audio file. */
export function isMedia(extension: string): boolean {
  return Object.hasOwn(containers, extension);
}

/** A video or audio file, and what is known of it already. */
export interface MediaFile {
  /** As the manifest names it. */
  readonly name: string;
  readonly content: FileReference["content"];
  readonly path: string;
  readonly file: MeasuredFiles;
  /** By its first bytes. */
  readonly format: FileFormat | undefined;
  /** How it starts, if it consists of MP4 boxes. */
  readonly start: FastStart | undefined;
}

/**
 * Inspects a video or audio file: whether it is complete, whether it is what its name and the manifest
 * say, and how long it is.
 */
export async function inspectMedia(tree: FileTree, media: MediaFile): Promise<InspectedFile> {
  const { name, content, path, file, format, start } = media;
  const expected = containers[file.extension];
  if (format !== undefined && !readableFormats.has(format.id)) {
    const advice = convertibleFormats.has(format.id)
      ? "convert it with `videoteca prepare`"
      : "name another file";
    return rejectedFile(`${name} is ${format.label}, not ${expected}: ${advice}`);
  }
  if (start?.state === "noIndex") {
    return rejectedFile(
      `${name} has no index, without which it can't be played: its recording or a copy was interrupted; copy or export it again`,
    );
  }
  // Large: loaded for the first film.
  const { MediaFaultError, readMediaInfo } = await import("./media-info.ts");
  let info: MediaInfo | undefined;
  try {
    info = await readMediaInfo(tree, path);
  } catch (error) {
    if (error instanceof MediaFaultError) return rejectedFile(faultMessage(name, error.fault));
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
  const problems = [
    ...checkAudioOnly(name, content, info),
    ...checkSoundBegin(name, content, info),
    ...checkStart(name, start),
    ...checkEnd(name, info),
  ];
  return { details, mediaInfo: info, problems };
}

/** mediabunny's reason; its failed assertions, and those of JavaScript, mean nothing to users. */
function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^it has /.test(message) ? message : "its parts don't fit together";
}

/** Ogg marks its last page: a copy that was interrupted between two pages hasn't this mark. */
function checkEnd(name: string, { isUnfinished = false }: MediaInfo): FileProblem[] {
  if (!isUnfinished) return [];
  const message = `nothing marks the end of ${name}: see whether it is complete, or export it again`;
  return [{ severity: "warning", message }];
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

/**
 * A file of sound alone that begins late says so in its edit list (ISO/IEC 14496-12 §8.6.6). Chromium plays its first
 * sound at 0:00 all the same.
 */
function checkSoundBegin(
  name: string,
  content: FileReference["content"],
  { container, begin }: MediaInfo,
): FileProblem[] {
  if (content !== "sound" || container !== "MP4" || begin <= maxSilence) return [];
  const message = `${name} begins with ${begin.toFixed(1)} seconds without sound, which browsers skip, so captions come too late: \`videoteca prepare --force\` makes a file with silence there`;
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
