import { open } from "node:fs/promises";
import {
  ALL_FORMATS,
  FilePathSource,
  Input,
  type InputTrack,
  type InputVideoTrack,
  Logging,
  LogLevel,
  UnsupportedInputFormatError,
} from "mediabunny";
import { type ImageSize, imageHeaderLength, readImageSize } from "../../manifest/image-size.ts";

/** What a film or sound file says about itself. */
export interface Probed {
  /** The container's name: `WebM`, `MP4`, `MP3`, `Ogg`, `Matroska`, `QuickTime`. */
  readonly container: string;
  /** In seconds, exact to the millisecond. */
  readonly duration: number;
  /** In pixels as shown; of films. */
  readonly width?: number;
  readonly height?: number;
  /** In pictures a second, to the hundredth, over the film's first ones. */
  readonly frameRate?: number;
  /** By how many degrees the picture is turned to be shown, clockwise; of films. */
  readonly rotation?: number;
  /** As in a media type's `codecs` parameter (RFC 6381), where every track has a name. */
  readonly codecs?: string;
  /** Short names: `vp9`, `avc`, `opus`; where it is a rare one, as the file itself calls it. */
  readonly videoCodec?: string;
  readonly audioCodec?: string;
  readonly audioChannels?: number;
  readonly hasAudio: boolean;
}

// What it can't read is told to people in our words, at the line of the manifest.
Logging.level = LogLevel.Silent;

/** How many pictures to look at for the frame rate. */
const somePictures = 100;

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
    if (tracks.length === 0) throw new Error("it has neither picture nor sound");
    const codecs = await Promise.all(tracks.map((track) => track.getCodecParameterString()));
    const duration = await input.computeDuration();
    if (!Number.isFinite(duration) || duration <= 0) throw new Error("it has no length");
    return {
      container: container === "QuickTime File Format" ? "QuickTime" : container,
      duration: Math.round(duration * 1000) / 1000,
      ...(video === null ? {} : await probePicture(video)),
      ...(codecs.includes(null) ? {} : { codecs: codecs.join(", ") }),
      ...(audio === null
        ? {}
        : {
            audioCodec: await nameCodec(audio),
            audioChannels: await audio.getNumberOfChannels(),
          }),
      hasAudio: audio !== null,
    };
  } catch (error) {
    if (error instanceof UnsupportedInputFormatError) return undefined;
    throw error;
  } finally {
    input.dispose();
  }
}

async function probePicture(video: InputVideoTrack) {
  const { averagePacketRate } = await video.computePacketStats(somePictures);
  return {
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    frameRate: Math.round(averagePacketRate * 100) / 100,
    rotation: await video.getRotation(),
    videoCodec: await nameCodec(video),
  };
}

async function nameCodec(track: InputTrack): Promise<string> {
  const own = (await track.getCodec()) ?? (await track.getInternalCodecId());
  return typeof own === "string" ? own : "unknown";
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
