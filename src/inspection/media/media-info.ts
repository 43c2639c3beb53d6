import {
  ALL_FORMATS,
  Input,
  type InputTrack,
  type InputVideoTrack,
  Logging,
  LogLevel,
  type Source,
  UnsupportedInputFormatError,
} from "mediabunny";
import type { FileFault } from "../../files/file-fault.ts";
import { identifyFormat, signatureLength } from "../../files/identify.ts";
import { checkMediaStructure } from "../../files/media/check-media.ts";
import {
  type ImageSize,
  imageHeaderLength,
  readImageSize,
} from "../../files/pictures/image-size.ts";
import type { FileTree } from "../file-tree.ts";

/** What a video or audio file says about itself. */
export interface MediaInfo {
  /** The container's name: `WebM`, `MP4`, `MP3`, `Ogg`, `Matroska`, `QuickTime`. */
  readonly container: string;
  /** In seconds, to the millisecond. */
  readonly duration: number;
  /** When the first picture or sound begins, in seconds, to the millisecond. Encoders write some sound before 0. */
  readonly begin: number;
  /** In pixels as displayed. Undefined if the file has no video, as all that follow about video. */
  readonly width?: number;
  readonly height?: number;
  /** In frames per second, to the hundredth, measured over the first frames. */
  readonly frameRate?: number;
  /** By how many degrees frames are rotated for display, clockwise. */
  readonly rotation?: number;
  /** As in a media type's `codecs` parameter (RFC 6381). Undefined if a track's codec has no such name. */
  readonly codecs?: string;
  /** A short name such as `vp9`, `avc`, `opus`; for a rare codec, the file's own identifier. */
  readonly videoCodec?: string;
  readonly audioCodec?: string;
  readonly audioChannels?: number;
  readonly hasAudio: boolean;
  /** True if nothing marks the end of the file, as its format asks for: it may be cut. */
  readonly isUnfinished?: boolean;
}

/** A video or audio file that is truncated, or whose structure is invalid. */
export class MediaFaultError extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.problem === "broken" ? fault.why : "it is truncated");
    this.fault = fault;
  }
}

// mediabunny would print its own warnings; problems are reported at the manifest's line instead.
Logging.level = LogLevel.Silent;

/** How many frames the frame rate is measured over: a few seconds. */
const frameRateSample = 100;

/**
 * Reads what a video or audio file says about itself, and no more of the file than that needs. Its
 * structure is checked first, because reading an invalid one could take hours.
 * @returns undefined if it isn't a media file
 * @throws MediaFaultError if it is one, but truncated or of an invalid structure
 * @throws Error if it is broken otherwise; the message is a clause such as "it has no length"
 */
export async function readMediaInfo(tree: FileTree, path: string): Promise<MediaInfo | undefined> {
  const fault = await tree.read(path, async (reader) => {
    const start = await reader.read(0, Math.min(reader.size, signatureLength));
    return checkMediaStructure(reader, identifyFormat(start)?.id);
  });
  const isUnfinished = fault?.problem === "unfinished";
  if (fault !== undefined && !isUnfinished) throw new MediaFaultError(fault);
  const info = await readTracks(await tree.mediaSource(path));
  return info === undefined || !isUnfinished ? info : { ...info, isUnfinished };
}

async function readTracks(source: Source): Promise<MediaInfo | undefined> {
  const input = new Input({ formats: ALL_FORMATS, source });
  try {
    const container = (await input.getFormat()).name;
    const video = await input.getPrimaryVideoTrack();
    const audio = await input.getPrimaryAudioTrack();
    const tracks = [video, audio].filter((track) => track !== null);
    if (tracks.length === 0) throw new Error("it has neither video nor audio");
    const codecs = await Promise.all(tracks.map((track) => track.getCodecParameterString()));
    const duration = await input.computeDuration();
    if (!Number.isFinite(duration) || duration <= 0) throw new Error("it has no length");
    return {
      container: container === "QuickTime File Format" ? "QuickTime" : container,
      duration: Math.round(duration * 1000) / 1000,
      begin: Math.round((await input.getFirstTimestamp()) * 1000) / 1000,
      ...(video === null ? {} : await readVideoInfo(video)),
      ...(codecs.includes(null) ? {} : { codecs: codecs.join(", ") }),
      ...(audio === null
        ? {}
        : {
            audioCodec: await codecName(audio),
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

async function readVideoInfo(video: InputVideoTrack) {
  const { averagePacketRate } = await video.computePacketStats(frameRateSample);
  return {
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    frameRate: Math.round(averagePacketRate * 100) / 100,
    rotation: await video.getRotation(),
    videoCodec: await codecName(video),
  };
}

async function codecName(track: InputTrack): Promise<string> {
  const name = (await track.getCodec()) ?? (await track.getInternalCodecId());
  return typeof name === "string" ? name : "unknown";
}

/** The size of a picture. @returns undefined where it is no PNG, JPEG or WebP */
export async function probeImage(tree: FileTree, path: string): Promise<ImageSize | undefined> {
  return tree.read(path, async (reader) => {
    return readImageSize(await reader.read(0, Math.min(reader.size, imageHeaderLength)));
  });
}
