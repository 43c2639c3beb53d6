import type { MediaInfo } from "./media-info.ts";

/** Names of codecs as people know them. For AVC and VP9, of the variants that aren't supported everywhere. */
const codecNames: Readonly<Record<string, string>> = {
  avc: "H.264 with more than 8 bits or full color",
  hevc: "H.265 (HEVC)",
  vp9: "VP9 with more than 8 bits or full color",
  av1: "AV1",
  prores: "Apple ProRes",
  mp4v: "MPEG-2 or MPEG-4 Visual",
  ac3: "AC-3 (Dolby Digital)",
  eac3: "E-AC-3 (Dolby Digital Plus)",
  dts: "DTS",
  alac: "Apple Lossless",
};

/** Audio codecs that every current browser plays. */
const supportedAudioCodecs = new Set(["aac", "mp3", "opus", "vorbis", "flac"]);

/** Baseline, Main, Extended and High: 8 bits, 4:2:0 (H.264 Annex A). */
const supportedAvcProfiles = new Set(["42", "4d", "58", "64"]);

/**
 * Describes what in a video or audio file isn't played by every current browser, as the complement of a
 * sentence with "is".
 * @returns undefined if all browsers play the file
 */
export function describeUnsupportedFormat({
  videoCodec,
  audioCodec,
  codecs = "",
}: MediaInfo): string | undefined {
  if (videoCodec !== undefined && !isVideoSupported(videoCodec, codecs)) {
    return describeCodec(videoCodec);
  }
  if (audioCodec !== undefined && !supportedAudioCodecs.has(audioCodec)) {
    return videoCodec === undefined
      ? describeCodec(audioCodec)
      : `a film with ${describeCodec(audioCodec)} sound`;
  }
  return undefined;
}

function isVideoSupported(codec: string, codecs: string): boolean {
  if (codec === "avc") {
    const profile = /^avc[13]\.([0-9a-f]{2})/i.exec(codecs)?.[1];
    return profile !== undefined && supportedAvcProfiles.has(profile.toLowerCase());
  }
  if (codec === "vp9") return !/^vp09\.0[123]/.test(codecs);
  return codec === "vp8";
}

function describeCodec(codec: string): string {
  if (/^pcm|law$/.test(codec)) return "uncompressed (PCM)";
  return codecNames[codec] ?? `of an unknown codec (${codec})`;
}
