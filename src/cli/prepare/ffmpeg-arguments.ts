import type { FfmpegCall } from "./ffmpeg.ts";
import type { TargetFile } from "./plan-targets.ts";
import type { Source } from "./source.ts";

/** Precedes each source: ffmpeg reads only files on this machine, and asks nothing on the terminal. */
const safeArguments = [
  "-nostdin",
  "-hide_banner",
  "-loglevel",
  "error",
  "-protocol_whitelist",
  "file,pipe",
];

/** Leaves out metadata: phones write place, camera and owner into films. */
const stripMetadata = ["-map_metadata", "-1", "-map_chapters", "-1"];

const fastStart = ["-movflags", "+faststart"];
const printProgress = ["-progress", "pipe:1", "-stats_period", "0.5"];

/** The shorter side from which a film is for large screens rather than for slow connections, in pixels. */
const largeFilmSide = 500;

/** The shorter side of a poster, at most, in pixels. */
const maxPosterSide = 720;

/**
 * The call of ffmpeg that makes a file.
 * @param output the path to write; its name doesn't matter, because the format is given
 * @param posterTime where in the film the poster is, in seconds
 */
export function encodeCall(
  source: Source,
  target: TargetFile,
  output: string,
  posterTime = 0,
): FfmpegCall {
  const args = encodeArguments(source, target, posterTime);
  return { program: "ffmpeg", args: [...safeArguments, ...args, "-y", `file:${output}`] };
}

function encodeArguments(source: Source, target: TargetFile, posterTime: number): string[] {
  const input = ["-i", `file:${source.path}`];
  switch (target.kind) {
    case "film": {
      const film = filmArguments(source, target.shortSide);
      return [...printProgress, ...input, ...film, ...stripMetadata, ...fastStart, "-f", "mp4"];
    }
    case "sound": {
      const sound = soundArguments(source, 64);
      return [...printProgress, ...input, ...sound, ...stripMetadata, ...fastStart, "-f", "ipod"];
    }
    case "poster": {
      const poster = posterArguments(source, target.name.endsWith(".webp"));
      return ["-ss", posterTime.toFixed(3), ...input, ...poster, ...stripMetadata];
    }
  }
}

function filmArguments(source: Source, shortSide: number): string[] {
  const isLarge = shortSide > largeFilmSide;
  const maxRate = isLarge ? 2500 : 800;
  return [
    ...["-map", `0:${source.picture?.track ?? 0}`],
    ...filterArguments(source, shortSide),
    ...["-c:v", "libx264", "-preset", "slow", "-profile:v", "high", "-crf", "23"],
    ...["-maxrate", `${maxRate}k`, "-bufsize", `${maxRate * 2}k`],
    // A key frame every two seconds, so that a click in the transcript is answered at once.
    ...["-force_key_frames", "expr:gte(t,n_forced*2)"],
    ...soundArguments(source, isLarge ? 128 : 64),
  ];
}

/** Silence until the sound begins: without it, sound that begins late is early where a player ignores edit lists. */
const startAtZero = ["-af", "aresample=async=1:first_pts=0"];

/** One or two channels of AAC. @param bitRate in kbit/s */
function soundArguments({ sound }: Source, bitRate: number): string[] {
  if (sound === undefined) return [];
  const channels = String(Math.min(2, sound.channels));
  const track = ["-map", `0:${sound.track}`];
  const format = ["-c:a", "aac", "-b:a", `${bitRate}k`, "-ac", channels, "-ar", "48000"];
  return [...track, ...format, ...startAtZero];
}

function posterArguments(source: Source, isWebP: boolean): string[] {
  const { width = 0, height = 0 } = source.picture ?? {};
  const shortSide = Math.min(maxPosterSide, width, height);
  return [
    ...["-map", `0:${source.picture?.track ?? 0}`, "-frames:v", "1"],
    // JPEG stores luminance from 0 to 255, video from 16 to 235.
    ...filterArguments(source, shortSide, !isWebP),
    ...(isWebP
      ? ["-c:v", "libwebp", "-quality", "80", "-f", "webp"]
      : ["-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg"]),
  ];
}

/** Filters that deinterlace, make pixels square, and reduce the size. */
function filterArguments(source: Source, shortSide: number, isFullRange = false): string[] {
  const { width, height } = scaledSize(source, shortSide);
  const range = isFullRange ? ":out_range=full" : "";
  const filters = [
    "bwdif=mode=send_frame:deint=interlaced",
    `scale=${width}:${height}:flags=lanczos${range}`,
    "setsar=1",
    `format=${isFullRange ? "yuvj420p" : "yuv420p"}`,
  ];
  return ["-vf", filters.join(",")];
}

/** The size of a picture, scaled so that its shorter side has the given pixels. Both sides are even. */
export function scaledSize(
  { picture }: Source,
  shortSide: number,
): { width: number; height: number } {
  const { width, height } = picture ?? { width: 2, height: 2 };
  const scale = shortSide / Math.min(width, height);
  const toEven = (pixels: number) => Math.max(2, 2 * Math.round((pixels * scale) / 2));
  return { width: toEven(width), height: toEven(height) };
}
