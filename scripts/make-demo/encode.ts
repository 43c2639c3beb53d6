import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { FPS } from "./frames.ts";
import { run } from "./tools.ts";

const ffmpeg = (...args: string[]) => run("ffmpeg", ["-v", "error", "-y", ...args]);

/** Frames, as they are drawn, into one lossless film to encode from. */
export async function collect(
  frames: Iterable<string>,
  draw: (svg: string) => Promise<Buffer>,
  path: string,
): Promise<void> {
  const from = ["-f", "image2pipe", "-c:v", "png", "-r", String(FPS), "-i", "pipe:0"];
  const to = ["-c:v", "libx264rgb", "-qp", "0", "-preset", "ultrafast", path];
  const ffmpeg = spawn("ffmpeg", ["-v", "error", "-y", ...from, ...to], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  let drawn = "";
  let png: Buffer = Buffer.alloc(0);
  for (const frame of frames) {
    if (frame !== drawn) png = await draw(frame);
    drawn = frame;
    if (!ffmpeg.stdin.write(png)) await once(ffmpeg.stdin, "drain");
  }
  ffmpeg.stdin.end();
  const [code] = await once(ffmpeg, "close");
  if (code !== 0) throw new Error("ffmpeg could not store the frames.");
}

/** Every file stays under 400,000 bytes: the picture gets what the sound leaves it. */
const BYTES = 358_000;
const OPUS = 24_000;
const AAC = 24_000;

/** The three files people play. Two passes, so that moving pictures borrow from still ones. */
export function encode(picture: string, sound: string, folder: string, duration: number): void {
  const inputs = ["-i", picture, "-i", sound, "-map_metadata", "-1", "-fflags", "+bitexact"];
  const left = (audio: number) => String(Math.floor((BYTES * 8) / duration - audio));
  const level = ["-af", "loudnorm=I=-18:TP=-2:LRA=7", "-ac", "1", "-shortest"];
  const colours = [
    "-pix_fmt",
    "yuv420p",
    "-color_range",
    "tv",
    "-colorspace",
    "bt709",
    "-color_primaries",
    "bt709",
    "-color_trc",
    "bt709",
  ];
  const scale = ["-vf", "scale=out_range=tv:out_color_matrix=bt709", ...colours];
  const fast = ["-movflags", "+faststart"];
  const twice = (video: string[], audio: string[], file: string) => {
    const log = ["-passlogfile", `${picture}.${file}`];
    const first = ["-pass", "1", "-an", "-f", "null", "-"];
    ffmpeg(...inputs, ...scale, ...video, ...log, ...first);
    ffmpeg(
      ...inputs,
      ...scale,
      ...video,
      ...log,
      "-pass",
      "2",
      ...level,
      ...audio,
      join(folder, file),
    );
  };

  const vp9 = ["-c:v", "libvpx-vp9", "-b:v", left(OPUS), "-g", "240", "-tune-content", "screen"];
  const slow = [
    "-deadline",
    "good",
    "-cpu-used",
    "1",
    "-auto-alt-ref",
    "1",
    "-overshoot-pct",
    "15",
    "-lag-in-frames",
    "25",
  ];
  const opus = ["-c:a", "libopus", "-b:a", String(OPUS), "-vbr", "constrained", "-ar", "48000"];
  twice([...vp9, ...slow], opus, "film.webm");

  const x264 = ["-c:v", "libx264", "-profile:v", "high", "-b:v", left(AAC), "-g", "240"];
  const aac = (rate: number) => ["-c:a", "aac", "-b:a", String(rate), "-ar", "24000", ...fast];
  twice([...x264, "-preset", "veryslow", "-tune", "animation"], aac(AAC), "film.mp4");
  ffmpeg(...inputs, "-map", "1:a", ...level, ...aac(36_000), join(folder, "film.m4a"));
}

/** A PNG as WebP. */
export function poster(png: Buffer, path: string): void {
  const webp = ["-c:v", "libwebp", "-quality", "82", "-preset", "drawing"];
  run("ffmpeg", ["-v", "error", "-y", "-f", "png_pipe", "-i", "pipe:0", ...webp, path], png);
}
