import * as z from "zod";
import type { FfmpegCall } from "./ffmpeg.ts";

/** A video or audio file from which other files are made. */
export interface Source {
  readonly path: string;
  /** In seconds. */
  readonly duration: number;
  /** The index of the video track in the file, and its size as displayed, in pixels. */
  readonly picture?: { readonly track: number; readonly width: number; readonly height: number };
  readonly sound?: { readonly track: number; readonly channels: number };
}

/**
 * The call of ffprobe whose output `parseSource` reads. Sources are read by ffprobe rather than by
 * mediabunny, because it knows more of the formats that cameras and editors write.
 */
export function probeCall(path: string): FfmpegCall {
  const stream =
    "stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,channels,duration" +
    ":stream_side_data=rotation:stream_disposition=attached_pic";
  const args = ["-v", "error", "-protocol_whitelist", "file", "-show_entries"];
  return {
    program: "ffprobe",
    args: [...args, `format=duration:${stream}`, "-of", "json", `file:${path}`],
  };
}

const probeOutput = z.object({
  format: z.object({ duration: z.coerce.number().optional() }).optional(),
  streams: z.array(
    z.object({
      index: z.number(),
      codec_type: z.string().optional(),
      codec_name: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      sample_aspect_ratio: z.string().optional(),
      channels: z.number().optional(),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
      disposition: z.object({ attached_pic: z.number().optional() }).optional(),
    }),
  ),
});

type Stream = z.infer<typeof probeOutput>["streams"][number];

/** What pictures are stored as: a track of these is a film only if there is no other one. */
const pictureCodecs = ["mjpeg", "png", "bmp", "gif", "tiff", "webp"];

/**
 * Parses the output of `probeCall`. The cover picture of an audio file doesn't count as video, and that of a film
 * isn't the film, even if it is its first track.
 * @returns undefined if the file contains nothing to play, or if its duration isn't known
 */
export function parseSource(path: string, json: string): Source | undefined {
  const { format, streams } = probeOutput.parse(JSON.parse(json));
  const videos = streams.filter(({ codec_type, disposition }) => {
    return codec_type === "video" && disposition?.attached_pic !== 1;
  });
  const isFilm = ({ codec_name = "" }: Stream) => !pictureCodecs.includes(codec_name);
  const video = videos.find(isFilm) ?? videos[0];
  const audio = streams.find(({ codec_type }) => codec_type === "audio");
  const duration = format?.duration ?? 0;
  const size = video === undefined ? undefined : displaySize(video);
  if (!(duration > 0) || (size === undefined && audio === undefined)) return undefined;
  return {
    path,
    duration,
    ...(video === undefined || size === undefined
      ? {}
      : { picture: { track: video.index, ...size } }),
    ...(audio === undefined
      ? {}
      : { sound: { track: audio.index, channels: audio.channels ?? 2 } }),
  };
}

/** The size of a picture with square pixels, rotated as its file says. */
function displaySize(stream: Stream): { width: number; height: number } | undefined {
  const { width = 0, height = 0, sample_aspect_ratio = "1:1", side_data_list = [] } = stream;
  if (width === 0 || height === 0) return undefined;
  const [pixelWidth = 0, pixelHeight = 0] = sample_aspect_ratio.split(":").map(Number);
  const hasRatio = pixelWidth > 0 && pixelHeight > 0;
  const squareWidth = hasRatio ? Math.round((width * pixelWidth) / pixelHeight) : width;
  const rotation = side_data_list.find((data) => data.rotation !== undefined)?.rotation ?? 0;
  const isSideways = Math.abs(Math.round(rotation / 90)) % 2 === 1;
  return isSideways ? { width: height, height: squareWidth } : { width: squareWidth, height };
}
