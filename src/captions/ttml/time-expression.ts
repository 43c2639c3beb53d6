/** Times of TTML (https://www.w3.org/TR/ttml2/, “time expression”). */
import { toSeconds } from "../to-seconds.ts";

/** How a document counts its frames and ticks. */
export interface TimeParameters {
  /** Frames that a second of `hh:mm:ss:ff` counts. */
  framesPerSecond: number;
  /** Frames that pass in a second: 29.97 where 30 are counted. */
  effectiveRate: number;
  subFrames: number;
  ticksPerSecond: number;
  /** Whether hours, minutes and seconds are counted in frames too, as on tape. */
  isSmpte: boolean;
  /** How many frame numbers are left out each minute, but for every tenth. */
  dropped: number;
}

/** The clock that the attributes of a document's `tt` set up. */
export function parseTimeParameters(attributes: ReadonlyMap<string, string>): TimeParameters {
  const positive = (name: string): number | undefined => {
    const value = Number(attributes.get(name));
    return value > 0 && Number.isFinite(value) ? value : undefined;
  };
  const stated = positive("frameRate");
  const framesPerSecond = stated ?? 30;
  // “1000 1001”; early documents wrote “1000:1001”.
  const [numerator, denominator] = (attributes.get("frameRateMultiplier") ?? "1 1")
    .trim()
    .split(/[\s:]+/)
    .map(Number);
  const multiplier = (numerator ?? 1) / (denominator ?? 1);
  const effectiveRate = framesPerSecond * (multiplier > 0 && multiplier < 1e6 ? multiplier : 1);
  const subFrames = positive("subFrameRate") ?? 1;
  const dropModes = new Map([
    ["dropNTSC", 2],
    ["dropPAL", 4],
  ]);
  const isSmpte = attributes.get("timeBase") === "smpte";
  return {
    framesPerSecond,
    effectiveRate,
    subFrames,
    ticksPerSecond: positive("tickRate") ?? (stated === undefined ? 1 : effectiveRate * subFrames),
    isSmpte,
    dropped: isSmpte ? (dropModes.get(attributes.get("dropMode") ?? "") ?? 0) : 0,
  };
}

const clockTimePattern =
  /^([0-9]{1,6}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,20})|[:;]([0-9]{1,5})(?:\.([0-9]{1,5}))?)?$/;
const offsetTimePattern = /^([0-9]{1,15}(?:\.[0-9]{1,20})?)(h|m|s|ms|f|t)$/;

/**
 * Reads a time, `00:01:02.500`, `00:01:02:12`, `62.5s` or `7500t`, in seconds; undefined where it
 * is none.
 */
export function parseTtmlTime(text: string, clock: TimeParameters): number | undefined {
  const offset = offsetTimePattern.exec(text.trim());
  if (offset !== null) return Number(offset[1]) * unit(offset[2] ?? "s", clock);
  const found = clockTimePattern.exec(text.trim());
  if (found === null) return undefined;
  const [, hours, minutes, whole, fraction, frames = "0", subFrames = "0"] = found;
  const seconds = toSeconds(Number(hours), Number(minutes), Number(whole), fraction);
  if (fraction !== undefined) return seconds;
  const frame = Number(frames) + Number(subFrames) / clock.subFrames;
  if (!clock.isSmpte) return seconds + frame / clock.effectiveRate;
  const allMinutes = Math.floor(seconds / 60);
  const left = clock.dropped * (allMinutes - Math.floor(allMinutes / 10));
  return (seconds * clock.framesPerSecond + frame - left) / clock.effectiveRate;
}

function unit(name: string, clock: TimeParameters): number {
  if (name === "f") return 1 / clock.effectiveRate;
  if (name === "t") return 1 / clock.ticksPerSecond;
  return { h: 3600, m: 60, s: 1, ms: 0.001 }[name] ?? 1;
}
