import { open } from "node:fs/promises";
import { ALL_FORMATS, FilePathSource, Input, UnsupportedInputFormatError } from "mediabunny";
import { type ImageSize, imageHeaderLength, readImageSize } from "../manifest/image-size.ts";

/** What a film or sound file says about itself. */
export interface Probed {
  /** The container's name: `WebM`, `MP4`, `MP3`, `Ogg`. */
  readonly container: string;
  /** In seconds, exact to the millisecond. */
  readonly duration: number;
  /** In pixels as shown; of films. */
  readonly width?: number;
  readonly height?: number;
  /** As in a media type's `codecs` parameter (RFC 6381), where every track has a name. */
  readonly codecs?: string;
  /** Short names: `vp9`, `avc`, `opus`. */
  readonly videoCodec?: string;
  readonly hasAudio: boolean;
}

/**
 * Probes a film or sound file, reading no more of it than that takes.
 * @returns undefined where it is no media file
 * @throws Error where it is one, but broken
 */
export async function probeMedia(path: string): Promise<Probed | undefined> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    const container = (await input.getFormat()).name;
    const video = await input.getPrimaryVideoTrack();
    const audio = await input.getPrimaryAudioTrack();
    const tracks = [video, audio].filter((track) => track !== null);
    const codecs = await Promise.all(tracks.map((track) => track.getCodecParameterString()));
    const duration = await input.computeDuration();
    if (!Number.isFinite(duration) || duration <= 0) throw new Error("it has no length");
    return {
      container,
      duration: Math.round(duration * 1000) / 1000,
      ...(video === null
        ? {}
        : { width: await video.getDisplayWidth(), height: await video.getDisplayHeight() }),
      ...(codecs.includes(null) || codecs.length === 0 ? {} : { codecs: codecs.join(", ") }),
      ...(video === null ? {} : { videoCodec: (await video.getCodec()) ?? "unknown" }),
      hasAudio: audio !== null,
    };
  } catch (error) {
    if (error instanceof UnsupportedInputFormatError) return undefined;
    throw error;
  } finally {
    input.dispose();
  }
}

/** The size of a picture. @returns undefined where it is no PNG, JPEG or WebP */
export async function probeImage(path: string): Promise<ImageSize | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(imageHeaderLength), 0);
    return readImageSize(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/**
 * Whether an MP4 file can play before it is there whole: its index (`moov`) comes before its data
 * (`mdat`; ISO/IEC 14496-12 §4.2 and §8.2). True also where neither is found.
 */
export async function isFastStart(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const header = Buffer.alloc(16);
    let offset = 0;
    for (let boxes = 0; boxes < 1000; boxes++) {
      const { bytesRead } = await file.read(header, 0, 16, offset);
      if (bytesRead < 8) return true;
      const type = header.toString("latin1", 4, 8);
      if (type === "moov") return true;
      if (type === "mdat") return false;
      const size = header.readUInt32BE(0);
      // 1: the size follows in 64 bits; 0: the box reaches to the end of the file.
      const length = size === 1 && bytesRead === 16 ? Number(header.readBigUInt64BE(8)) : size;
      if (length < 8) return true;
      offset += length;
    }
    return true;
  } finally {
    await file.close();
  }
}
