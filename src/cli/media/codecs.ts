import type { Probed } from "./probe.ts";

/** Names that people know codecs by; those that play everywhere aren't told. */
const names: Readonly<Record<string, string>> = {
  avc: "H.264 with more than 8 bits or with full colour",
  hevc: "H.265 (HEVC)",
  vp9: "VP9 with more than 8 bits or with full colour",
  av1: "AV1",
  prores: "Apple ProRes",
  mp4v: "MPEG-2 or MPEG-4 Visual",
  ac3: "AC-3 (Dolby Digital)",
  eac3: "E-AC-3 (Dolby Digital Plus)",
  dts: "DTS",
  alac: "Apple Lossless",
};

/** Sound that every current browser plays. */
const sounds = new Set(["aac", "mp3", "opus", "vorbis", "flac"]);

/** Baseline, Main, Extended and High: 8 bits, 4:2:0 (H.264 Annex A). */
const avcProfiles = new Set(["42", "4d", "58", "64"]);

/**
 * What in a film or sound file not every current browser plays, in words that follow "is".
 * @returns undefined where all of it plays everywhere
 */
export function unplayable({ videoCodec, audioCodec, codecs = "" }: Probed): string | undefined {
  if (videoCodec !== undefined && !playsEverywhere(videoCodec, codecs)) return nameOf(videoCodec);
  if (audioCodec !== undefined && !sounds.has(audioCodec)) {
    return videoCodec === undefined
      ? nameOf(audioCodec)
      : `a film with ${nameOf(audioCodec)} sound`;
  }
  return undefined;
}

function playsEverywhere(codec: string, codecs: string): boolean {
  if (codec === "avc") {
    const profile = /^avc[13]\.([0-9a-f]{2})/i.exec(codecs)?.[1];
    return profile !== undefined && avcProfiles.has(profile.toLowerCase());
  }
  if (codec === "vp9") return !/^vp09\.0[123]/.test(codecs);
  return codec === "vp8";
}

function nameOf(codec: string): string {
  if (/^pcm|law$/.test(codec)) return "uncompressed (PCM)";
  return names[codec] ?? `of an unknown codec (${codec})`;
}
