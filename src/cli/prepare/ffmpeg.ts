import { spawn } from "node:child_process";
import { CliError } from "../cli-error.ts";

/** A program that is called, and with what. */
export interface FfmpegCall {
  readonly program: "ffmpeg" | "ffprobe";
  readonly args: readonly string[];
}

/** What to say where ffmpeg isn't installed: how to get it, and what goes without it. */
export const noFfmpeg = `ffmpeg isn't installed, or isn't on the PATH. It comes with ffprobe, and both are needed here:
  Debian, Ubuntu  sudo apt install ffmpeg
  macOS           brew install ffmpeg
  Windows         winget install ffmpeg
Without it all the rest works: check and apply read films by themselves, and publish an MP4 that doesn't start fast as one that does. Smaller sizes, the sound alone and a poster can come from any video editor: export them as H.264 with AAC (.mp4), AAC (.m4a) and WebP or JPEG, and name them in the manifest.`;

/** ffmpeg ended with an error; the message is its own last words. */
export class FfmpegFailed extends Error {}

/** How much of what it says against a file is kept, in characters. */
const lastWords = 4000;

/**
 * Runs ffmpeg or ffprobe to its end. No shell is involved.
 * @param heard told of what it says on its standard output, piece by piece
 * @param signal ends it
 * @throws Stop where it isn't installed; FfmpegFailed where it fails
 */
export function runFfmpeg(
  { program, args }: FfmpegCall,
  heard: (text: string) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal === undefined ? {} : { signal }),
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", heard);
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-lastWords);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") reject(new CliError(noFfmpeg));
      else if (error.name !== "AbortError") reject(error);
    });
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new FfmpegFailed(said.trim().split("\n").at(-1) || `exit code ${code}`));
    });
  });
}

/** What a call says on its standard output. */
export async function readFfmpegOutput(call: FfmpegCall): Promise<string> {
  const said: string[] = [];
  await runFfmpeg(call, (text) => said.push(text));
  return said.join("");
}

/** The encoders that an ffmpeg has, of what `ffmpeg -encoders` says: ` V....D libx264   H.264 / …`. */
export function readEncoders(said: string): ReadonlySet<string> {
  const lines = said.split("\n").map((line) => /^ [VAS][A-Z.]{5} (\S+)/.exec(line)?.[1]);
  return new Set(lines.filter((name) => name !== undefined));
}

/** A call as one would type it, to be read and copied. */
export function showCall({ program, args }: FfmpegCall): string {
  const quoted = args.map((arg) => {
    return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
  });
  return [program, ...quoted].join(" ");
}
