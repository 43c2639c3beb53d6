import { type FfmpegCall, readFfmpegOutput } from "./ffmpeg.ts";
import type { Source } from "./source.ts";

/** A moment that may be the poster, with how bright its picture is: 0 black, 255 white. */
export interface Candidate {
  /** In seconds. */
  readonly moment: number;
  readonly average: number;
  /** Between the darkest and the brightest tenth. */
  readonly contrast: number;
}

/** Where to look, in parts of the film: not at its titles, not at its credits. */
const places = [0.1, 0.17, 0.24, 0.31, 0.38, 0.45, 0.52, 0.6, 0.7];

/** The moment of the film to make its poster of. */
export async function findPoster(source: Source): Promise<number> {
  const candidates: Candidate[] = [];
  for (const place of places) {
    const moment = source.duration * place;
    const found = readCandidate(moment, await readFfmpegOutput(lookCall(source, moment)));
    if (found !== undefined) candidates.push(found);
  }
  return choose(candidates) ?? source.duration * 0.1;
}

/** Asks ffmpeg how bright a film is at a moment. */
export function lookCall({ path, picture }: Source, moment: number): FfmpegCall {
  const filter = "scale=64:-2,format=yuv420p,signalstats,metadata=print:file=-";
  return {
    program: "ffmpeg",
    args: [
      ...["-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file,pipe"],
      ...["-ss", moment.toFixed(3), "-i", `file:${path}`, "-map", `0:${picture?.track ?? 0}`],
      ...["-frames:v", "1", "-vf", filter, "-f", "null", "-"],
    ],
  };
}

/** What its answer says. @returns undefined where there is no picture at that moment */
export function readCandidate(moment: number, said: string): Candidate | undefined {
  const value = (name: string) => {
    const found = new RegExp(`^lavfi\\.signalstats\\.${name}=([\\d.]+)`, "m").exec(said)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const [average, low, high] = [value("YAVG"), value("YLOW"), value("YHIGH")];
  if (average === undefined || low === undefined || high === undefined) return undefined;
  return { moment, average, contrast: high - low };
}

/** The first of the candidates that are neither dark, nor pale, nor flat; else the least bad. */
export function choose(candidates: readonly Candidate[]): number | undefined {
  const good = candidates.find(({ average, contrast }) => {
    return average > 50 && average < 205 && contrast > 60;
  });
  if (good !== undefined) return good.moment;
  const score = ({ average, contrast }: Candidate) => contrast - Math.abs(average - 120);
  const [best] = [...candidates].sort((a, b) => score(b) - score(a));
  return best?.moment;
}
