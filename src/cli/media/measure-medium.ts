import { formatSize } from "../../i18n/format.ts";
import type { FileReference } from "../../manifest/files.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import { type Finding, failed, type MeasuredFile } from "../manifests/finding.ts";
import type { FastStart } from "./fast-start.ts";
import { type Probed, probeMedia } from "./probe.ts";
import { missingWebMBytes } from "./webm-end.ts";

const containers: Readonly<Record<string, string>> = {
  webm: "WebM",
  mp4: "MP4",
  m4a: "MP4",
  mp3: "MP3",
  ogg: "Ogg",
  opus: "Ogg",
};

/**
 * Looks at a film or sound: is it whole, is it what its name and the manifest say, how long is it.
 * @param file what is measured of it already
 * @param start how it starts, where it is made of MP4 boxes
 */
export async function measureMedium(
  { name, content }: FileReference,
  path: string,
  file: MeasuredFiles,
  start: FastStart | undefined,
): Promise<MeasuredFile> {
  const wanted = containers[file.extension];
  let probed: Probed | undefined;
  try {
    probed = await probeMedia(path);
  } catch (error) {
    return failed(`${name} is broken (${whyOf(error)}): export it again`);
  }
  if (probed === undefined) {
    return failed(`${name} can't be read as ${wanted ?? "a film or sound"}: export it again`);
  }
  if (probed.container !== wanted) {
    return failed(
      `${name} holds ${probed.container}, not ${wanted}: export it as ${wanted}, or let \`videoteca prepare\` do so`,
    );
  }
  const missing = wanted === "WebM" ? await missingWebMBytes(path) : 0;
  if (missing > 0) return failed(cutOff(name, missing));
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
  const findings = [...tellPicture(name, content, probed), ...tellStart(name, start)];
  return { measured, probed, findings };
}

/** What to say of a file of which bytes are missing. */
export function cutOff(name: string, missing: number): string {
  const size = formatSize(missing, "en");
  return `${name} is cut off, ${size} are missing at its end: copy or export it again`;
}

/** What the reader of media says; where it met what it never expected, it has no words for people. */
function whyOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^assertion/i.test(message) ? "its parts don't fit together" : message;
}

function tellPicture(
  name: string,
  content: FileReference["content"],
  { videoCodec }: Probed,
): Finding[] {
  if (content !== "sound" || videoCodec === undefined) return [];
  const message = `${name} holds a picture too, which viewers on metered lines pay for: export the sound alone`;
  return [{ severity: "warning", message }];
}

function tellStart(name: string, start: FastStart | undefined): Finding[] {
  if (start?.state === "moved") {
    const message = `${name} has its index at its end: it is published with the index moved to its start, so that it plays at once; your file stays as it is`;
    return [{ severity: "note", message }];
  }
  if (start?.state !== "slow") return [];
  const advice = `ffmpeg -i ${name} -c copy -movflags +faststart new-${name}`;
  const message = `${name} can't play before it is there whole, and its index can't be moved, because ${start.why}: write it anew, ${advice}`;
  return [{ severity: "warning", message }];
}
