import type { FfmpegCall } from "./ffmpeg.ts";
import type { Source } from "./source.ts";
import type { Target } from "./targets.ts";

/** Said before each source: nothing is read but files on this machine, nothing asks on the terminal. */
const quiet = [
  "-nostdin",
  "-hide_banner",
  "-loglevel",
  "error",
  "-protocol_whitelist",
  "file,pipe",
];

/** What a film says of its place, camera and owner stays behind. */
const bare = ["-map_metadata", "-1", "-map_chapters", "-1"];

const fast = ["-movflags", "+faststart"];
const progress = ["-progress", "pipe:1", "-stats_period", "0.5"];

/** The quality of films by size: 360 for small screens and metered lines. In thousands of bits a second. */
const rates = (short: number) => (short > 500 ? 2500 : 800);

/**
 * The call of ffmpeg that makes a file.
 * @param output where it is written, whatever its name: the format is told
 * @param moment of the poster, in seconds
 */
export function encodeCall(source: Source, target: Target, output: string, moment = 0): FfmpegCall {
  const args = argumentsFor(source, target, moment);
  return { program: "ffmpeg", args: [...quiet, ...args, "-y", `file:${output}`] };
}

function argumentsFor(source: Source, target: Target, moment: number): string[] {
  const input = ["-i", `file:${source.path}`];
  switch (target.kind) {
    case "film":
      return [
        ...progress,
        ...input,
        ...filmOf(source, target.short),
        ...bare,
        ...fast,
        "-f",
        "mp4",
      ];
    case "sound":
      return [...progress, ...input, ...soundOf(source, 64), ...bare, ...fast, "-f", "ipod"];
    case "poster": {
      const format = target.name.endsWith(".webp")
        ? ["-c:v", "libwebp", "-quality", "80", "-f", "webp"]
        : ["-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg"];
      const still = ["-map", `0:${source.picture?.track ?? 0}`, "-frames:v", "1"];
      const filter = filters(source, Math.min(720, shortSide(source)), format.includes("mjpeg"));
      return ["-ss", moment.toFixed(3), ...input, ...still, ...filter, ...format, ...bare];
    }
  }
}

function filmOf(source: Source, short: number): string[] {
  const rate = rates(short);
  return [
    ...["-map", `0:${source.picture?.track ?? 0}`],
    ...filters(source, short),
    ...["-c:v", "libx264", "-preset", "slow", "-profile:v", "high", "-crf", "23"],
    ...["-maxrate", `${rate}k`, "-bufsize", `${rate * 2}k`],
    // A key picture every two seconds: a moment in a transcript is found at once.
    ...["-force_key_frames", "expr:gte(t,n_forced*2)"],
    ...soundOf(source, short > 500 ? 128 : 64),
  ];
}

/** One or two channels of AAC. @param rate in thousands of bits a second */
function soundOf({ sound }: Source, rate: number): string[] {
  if (sound === undefined) return [];
  const channels = String(Math.min(2, sound.channels));
  const track = ["-map", `0:${sound.track}`];
  return [...track, "-c:a", "aac", "-b:a", `${rate}k`, "-ac", channels, "-ar", "48000"];
}

/** Half pictures are joined where there are some, pixels made square, and the size brought down. */
function filters(source: Source, short: number, isFullRange = false): string[] {
  const { width, height } = sizeWithin(source, short);
  const range = isFullRange ? ":out_range=full" : "";
  const steps = [
    "bwdif=mode=send_frame:deint=interlaced",
    `scale=${width}:${height}:flags=lanczos${range}`,
  ];
  const pixels = isFullRange ? "yuvj420p" : "yuv420p";
  return ["-vf", [...steps, "setsar=1", `format=${pixels}`].join(",")];
}

/** The size in even pixels in which a picture's shorter side is as given and its shape is kept. */
export function sizeWithin({ picture }: Source, short: number): { width: number; height: number } {
  const { width, height } = picture ?? { width: 2, height: 2 };
  const scale = short / Math.min(width, height);
  const even = (pixels: number) => Math.max(2, 2 * Math.round((pixels * scale) / 2));
  return { width: even(width), height: even(height) };
}

function shortSide({ picture }: Source): number {
  return Math.min(picture?.width ?? 0, picture?.height ?? 0);
}
