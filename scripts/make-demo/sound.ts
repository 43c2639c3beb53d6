/** Sound as mono samples between -1 and 1, all of it at one rate. */
export const RATE = 48_000;

/** Reads a 16-bit mono WAV (what our ffmpeg call writes). */
export function readWav(bytes: Buffer): Float32Array {
  const data = bytes.indexOf("data", 12, "latin1") + 8;
  const samples = new Float32Array((bytes.length - data) >> 1);
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(data + i * 2) / 32768;
  return samples;
}

export function writeWav(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write("WAVEfmt ", 8, "latin1");
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(samples.length * 2, 40);
  for (const [i, sample] of samples.entries()) {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), 44 + i * 2);
  }
  return bytes;
}

/** Cuts the silence at both ends, so that a caption's time is the time of its words. */
export function trimmed(samples: Float32Array, threshold = 0.004): Float32Array {
  const loud = (sample: number) => Math.abs(sample) > threshold;
  return samples.slice(samples.findIndex(loud), samples.findLastIndex(loud) + 1);
}

export function mixInto(target: Float32Array, source: Float32Array, at: number, gain = 1): void {
  const offset = Math.round(at * RATE);
  for (let i = 0; i < source.length && offset + i < target.length; i++) {
    target[offset + i] = (target[offset + i] ?? 0) + (source[i] ?? 0) * gain;
  }
}
