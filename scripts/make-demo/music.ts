import { RATE } from "./sound.ts";

/** Four quiet chords, six seconds each, as MIDI notes; the last of each is the plucked one. */
const CHORDS = [
  [45, 57, 60, 64, 71],
  [41, 53, 60, 64, 69],
  [48, 55, 60, 64, 67],
  [43, 55, 59, 62, 66],
];
const LENGTH = 6;

const hertz = (note: number) => 440 * 2 ** ((note - 69) / 12);

/** A soft pad of sines, each a little out of tune with its double, and a plucked note a bar. */
export function music(duration: number): Float32Array {
  const samples = new Float32Array(Math.ceil(duration * RATE));
  for (let bar = 0; bar * LENGTH < duration; bar++) {
    const chord = CHORDS[bar % CHORDS.length] ?? [];
    for (const note of chord) pad(samples, bar * LENGTH - 1, hertz(note));
    for (const [beat, note] of chord.slice(1).entries()) {
      pluck(samples, bar * LENGTH + beat * 1.5, hertz(note + 12));
    }
  }
  return samples;
}

function pad(samples: Float32Array, from: number, pitch: number): void {
  const length = LENGTH + 2;
  for (let i = Math.max(0, Math.round(from * RATE)); i < (from + length) * RATE; i++) {
    if (i >= samples.length) return;
    const at = i / RATE - from;
    const swell = Math.sin((Math.PI * at) / length) ** 1.4;
    const wave = Math.sin(2 * Math.PI * pitch * at) + Math.sin(2 * Math.PI * pitch * 1.003 * at);
    samples[i] = (samples[i] ?? 0) + swell * wave * 0.045;
  }
}

function pluck(samples: Float32Array, from: number, pitch: number): void {
  for (let i = Math.round(from * RATE); i < (from + 3) * RATE && i < samples.length; i++) {
    const at = i / RATE - from;
    const fall = Math.exp(-2.2 * at) * Math.min(1, at * 60);
    const wave = Math.sin(2 * Math.PI * pitch * at) + 0.25 * Math.sin(4 * Math.PI * pitch * at);
    samples[i] = (samples[i] ?? 0) + fall * wave * 0.05;
  }
}
