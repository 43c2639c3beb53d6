/** Parses TTML times (https://www.w3.org/TR/ttml2/, “time expression”). */
import { toSeconds } from "../to-seconds.ts";

/** The parameters of a document's `tt` element that determine its times. */
export interface TimeParameters {
  /** How many frames `hh:mm:ss:ff` counts per second. */
  readonly framesPerSecond: number;
  /** How many frames are shown per second: 29.97 if 30 are counted. */
  readonly effectiveFrameRate: number;
  readonly subFramesPerFrame: number;
  readonly ticksPerSecond: number;
  /** Whether the time base is SMPTE: then hours, minutes and seconds are counted in frames, too. */
  readonly isSmpte: boolean;
  /** How many frame numbers are dropped each minute, except every tenth (drop-frame timecode). */
  readonly droppedFrames: number;
}

/** Parses the attributes of a document's `tt` element. Invalid values are replaced by the defaults. */
export function parseTimeParameters(attributes: ReadonlyMap<string, string>): TimeParameters {
  const positiveNumber = (name: string): number | undefined => {
    const value = Number(attributes.get(name));
    return value > 0 && Number.isFinite(value) ? value : undefined;
  };
  const frameRate = positiveNumber("frameRate");
  const framesPerSecond = frameRate ?? 30;
  // TTML 2 has “1000 1001”; early documents have “1000:1001”.
  const [numerator, denominator] = (attributes.get("frameRateMultiplier") ?? "1 1")
    .trim()
    .split(/[\s:]+/)
    .map(Number);
  const multiplier = (numerator ?? 1) / (denominator ?? 1);
  const isValidMultiplier = multiplier > 0 && multiplier < 1e6;
  const effectiveFrameRate = framesPerSecond * (isValidMultiplier ? multiplier : 1);
  const subFramesPerFrame = positiveNumber("subFrameRate") ?? 1;
  const defaultTickRate = frameRate === undefined ? 1 : effectiveFrameRate * subFramesPerFrame;
  const droppedFramesByMode = new Map([
    ["dropNTSC", 2],
    ["dropPAL", 4],
  ]);
  const isSmpte = attributes.get("timeBase") === "smpte";
  const dropMode = attributes.get("dropMode") ?? "";
  return {
    framesPerSecond,
    effectiveFrameRate,
    subFramesPerFrame,
    ticksPerSecond: positiveNumber("tickRate") ?? defaultTickRate,
    isSmpte,
    droppedFrames: isSmpte ? (droppedFramesByMode.get(dropMode) ?? 0) : 0,
  };
}

const clockTimePattern =
  /^([0-9]{1,6}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,20})|[:;]([0-9]{1,5})(?:\.([0-9]{1,5}))?)?$/;
const offsetTimePattern = /^([0-9]{1,15}(?:\.[0-9]{1,20})?)(h|m|s|ms|f|t)$/;

/**
 * Parses a time expression: `00:01:02.500`, `00:01:02:12`, `62.5s` or `7500t`.
 * @returns seconds, or undefined if the text isn't a valid time expression
 */
export function parseTimeExpression(text: string, parameters: TimeParameters): number | undefined {
  const offsetTime = offsetTimePattern.exec(text.trim());
  if (offsetTime !== null) {
    return Number(offsetTime[1]) * secondsPerUnit(offsetTime[2] ?? "s", parameters);
  }
  const clockTime = clockTimePattern.exec(text.trim());
  if (clockTime === null) return undefined;
  const [, hours, minutes, wholeSeconds, fraction, frames = "0", subFrames = "0"] = clockTime;
  const seconds = toSeconds(Number(hours), Number(minutes), Number(wholeSeconds), fraction);
  if (fraction !== undefined) return seconds;
  const frame = Number(frames) + Number(subFrames) / parameters.subFramesPerFrame;
  if (!parameters.isSmpte) return seconds + frame / parameters.effectiveFrameRate;
  const totalMinutes = Math.floor(seconds / 60);
  const dropped = parameters.droppedFrames * (totalMinutes - Math.floor(totalMinutes / 10));
  const totalFrames = seconds * parameters.framesPerSecond + frame - dropped;
  return totalFrames / parameters.effectiveFrameRate;
}

function secondsPerUnit(unit: string, parameters: TimeParameters): number {
  if (unit === "f") return 1 / parameters.effectiveFrameRate;
  if (unit === "t") return 1 / parameters.ticksPerSecond;
  return { h: 3600, m: 60, s: 1, ms: 0.001 }[unit] ?? 1;
}
