import { type FfmpegCall, readFfmpegOutput } from "./ffmpeg.ts";
import type { Source } from "./source.ts";

/** A frame that can become the poster. Brightness goes from 0, black, to 255, white. */
export interface PosterCandidate {
  /** Where in the film, in seconds. */
  readonly time: number;
  /** The average brightness. */
  readonly brightness: number;
  /** Between the darkest and the brightest tenth of the frame. */
  readonly contrast: number;
}

/** Where to look for a poster, as fractions of the film: neither in its titles nor in its credits. */
const candidatePositions = [0.1, 0.17, 0.24, 0.31, 0.38, 0.45, 0.52, 0.6, 0.7];

/** A good poster is neither dark nor pale, and has some contrast. Found by trying films. */
const minBrightness = 50;
const maxBrightness = 205;
const minContrast = 60;

/** The brightness that is best if no candidate is good: a little darker than the middle. */
const idealBrightness = 120;

/** Chooses the frame of a film to use as its poster. @returns its time in seconds */
export async function findPosterTime(source: Source): Promise<number> {
  const candidates: PosterCandidate[] = [];
  for (const position of candidatePositions) {
    const time = source.duration * position;
    const output = await readFfmpegOutput(brightnessCall(source, time));
    const candidate = parseCandidate(time, output);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return choosePosterTime(candidates) ?? source.duration * 0.1;
}

/** The call of ffmpeg that measures the brightness of the frame at a time, in seconds. */
export function brightnessCall({ path, picture }: Source, time: number): FfmpegCall {
  const filter = "scale=64:-2,format=yuv420p,signalstats,metadata=print:file=-";
  return {
    program: "ffmpeg",
    args: [
      ...["-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file,pipe"],
      ...["-ss", time.toFixed(3), "-i", `file:${path}`, "-map", `0:${picture?.track ?? 0}`],
      ...["-frames:v", "1", "-vf", filter, "-f", "null", "-"],
    ],
  };
}

/** Parses the output of `brightnessCall`. @returns undefined if the film has no frame at that time */
export function parseCandidate(time: number, output: string): PosterCandidate | undefined {
  const read = (name: string) => {
    const value = new RegExp(`^lavfi\\.signalstats\\.${name}=([\\d.]+)`, "m").exec(output)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const [brightness, low, high] = [read("YAVG"), read("YLOW"), read("YHIGH")];
  if (brightness === undefined || low === undefined || high === undefined) return undefined;
  return { time, brightness, contrast: high - low };
}

/** The time of the first good candidate, or else of the best one; undefined if there are none. */
export function choosePosterTime(candidates: readonly PosterCandidate[]): number | undefined {
  const good = candidates.find(({ brightness, contrast }) => {
    return brightness > minBrightness && brightness < maxBrightness && contrast > minContrast;
  });
  if (good !== undefined) return good.time;
  const score = ({ brightness, contrast }: PosterCandidate) =>
    contrast - Math.abs(brightness - idealBrightness);
  const [best] = [...candidates].sort((a, b) => score(b) - score(a));
  return best?.time;
}
