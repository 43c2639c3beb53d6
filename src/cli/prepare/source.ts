import * as z from "zod";
import type { FfmpegCall } from "./ffmpeg.ts";

/** A film or sound to make other files from. */
export interface Source {
  readonly path: string;
  /** In seconds. */
  readonly duration: number;
  /** The number of its picture track in the file, and its size as shown, in pixels. */
  readonly picture?: { readonly track: number; readonly width: number; readonly height: number };
  readonly sound?: { readonly track: number; readonly channels: number };
}

/** Asks ffprobe for all that `readSource` reads. It reads what editors and cameras write, of any age. */
export function probeCall(path: string): FfmpegCall {
  const stream =
    "stream=index,codec_type,width,height,sample_aspect_ratio,channels,duration" +
    ":stream_side_data=rotation:stream_disposition=attached_pic";
  const args = ["-v", "error", "-protocol_whitelist", "file", "-show_entries"];
  return {
    program: "ffprobe",
    args: [...args, `format=duration:${stream}`, "-of", "json", `file:${path}`],
  };
}

const answer = z.object({
  format: z.object({ duration: z.coerce.number().optional() }).optional(),
  streams: z.array(
    z.object({
      index: z.number(),
      codec_type: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      sample_aspect_ratio: z.string().optional(),
      channels: z.number().optional(),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
      disposition: z.object({ attached_pic: z.number().optional() }).optional(),
    }),
  ),
});

type Stream = z.infer<typeof answer>["streams"][number];

/**
 * What ffprobe says of a file. A cover picture in a sound file counts as no film.
 * @returns undefined where there is nothing to play in it, or where its length isn't known
 */
export function readSource(path: string, json: string): Source | undefined {
  const { format, streams } = answer.parse(JSON.parse(json));
  const video = streams.find(({ codec_type, disposition }) => {
    return codec_type === "video" && disposition?.attached_pic !== 1;
  });
  const audio = streams.find(({ codec_type }) => codec_type === "audio");
  const duration = format?.duration ?? 0;
  const size = video === undefined ? undefined : sizeAsShown(video);
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

/** A picture's size once its pixels are square and it is turned as its file says. */
function sizeAsShown(stream: Stream): { width: number; height: number } | undefined {
  const { width = 0, height = 0, sample_aspect_ratio = "1:1", side_data_list = [] } = stream;
  if (width === 0 || height === 0) return undefined;
  const [across = 0, down = 0] = sample_aspect_ratio.split(":").map(Number);
  const shown = across > 0 && down > 0 ? Math.round((width * across) / down) : width;
  const rotation = side_data_list.find((data) => data.rotation !== undefined)?.rotation ?? 0;
  const isTurned = Math.abs(Math.round(rotation / 90)) % 2 === 1;
  return isTurned ? { width: height, height: shown } : { width: shown, height };
}
