import { music } from "./music.ts";
import { mixInto, RATE } from "./sound.ts";
import type { Timeline } from "./types.ts";

/** The whole film's sound: the narrator, and music that makes room for her. */
export function mix({ spoken, duration }: Timeline, voices: Float32Array[]): Float32Array {
  const sound = music(duration);
  const first = spoken[0]?.start ?? 0;
  const last = spoken.at(-1)?.end ?? duration;
  for (let i = 0; i < sound.length; i++) {
    const at = i / RATE;
    const alone = Math.max(rise(first - at, 0.8), rise(at - last, 1.2));
    const edges = rise(at, 1) * rise(duration - at, 2.5);
    sound[i] = (sound[i] ?? 0) * (0.3 + 0.7 * alone) * edges;
  }
  for (const [i, voice] of voices.entries()) mixInto(sound, voice, spoken[i]?.start ?? 0, 0.9);
  return sound;
}

/** 0 at or before zero, 1 after `over` seconds, a straight line between. */
const rise = (at: number, over: number) => Math.max(0, Math.min(1, at / over));
