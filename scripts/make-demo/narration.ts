import { RATE, readWav, trimmed } from "./sound.ts";
import { run } from "./tools.ts";
import type { Line, Shown, Slide, Spoken, Timeline } from "./types.ts";

/** Silence before the first word, between lines, between slides, and after the last word. */
const LEAD = 2.2;
const PAUSE = 0.5;
const TURN = 1.0;
const TAIL = 2.8;

/** The voice with the least energy above 4 kHz of those tried, then rounded a little further. */
const VOICE = ["-v", "en-us+steph", "-s", "160", "-p", "42", "-g", "2", "--stdout"];
const SOFTEN =
  "highpass=f=90,lowpass=f=6800,equalizer=f=2800:t=q:w=1.2:g=-3,aecho=0.9:0.5:23|41:0.10|0.06";

/** The words of a line as the voice reads them. */
export const sayable = (line: Line) => line.en.replaceAll("\n", " ").replaceAll(/<[^>]+>/g, "");

function speak(line: Line): Float32Array {
  const raw = run("espeak-ng", [...VOICE, sayable(line)]);
  const format = ["-ar", String(RATE), "-ac", "1", "-c:a", "pcm_s16le", "-f", "wav", "pipe:1"];
  const soft = run("ffmpeg", ["-v", "error", "-i", "pipe:0", "-af", SOFTEN, ...format], raw);
  return trimmed(readWav(soft));
}

/** Speaks every line and lays lines and slides out in time, by the length each was measured at. */
export function narrate(slides: Slide[]): { timeline: Timeline; voices: Float32Array[] } {
  const voices: Float32Array[] = [];
  const spoken: Spoken[] = [];
  const shown: Shown[] = [];
  let now = LEAD;
  for (const slide of slides) {
    const start = shown.length === 0 ? 0 : now - TURN / 2;
    const before = shown.at(-1);
    if (before) before.end = start;
    const moments: number[] = [];
    for (const line of slide.lines) {
      const voice = speak(line);
      const end = now + voice.length / RATE;
      voices.push(voice);
      spoken.push({ line, start: now, end });
      moments.push(now - start);
      now = end + (line.pause ?? PAUSE);
    }
    now += TURN - PAUSE;
    shown.push({ slide, start, end: now, moments });
  }
  const duration = Math.round((now + TAIL - TURN) * 10) / 10;
  const last = shown.at(-1);
  if (last) last.end = duration;
  return { timeline: { spoken, shown, duration }, voices };
}
