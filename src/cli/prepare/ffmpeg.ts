import { spawn } from "node:child_process";
import { CliError } from "../cli-error.ts";

/** A program with its arguments. */
export interface FfmpegCall {
  readonly program: "ffmpeg" | "ffprobe";
  readonly args: readonly string[];
}

/** How to install ffmpeg, and what works without it. */
export const ffmpegMissingMessage = `ffmpeg isn't installed, or isn't on the PATH. It includes ffprobe, and both are needed here:
  Debian, Ubuntu  sudo apt install ffmpeg
  macOS           brew install ffmpeg
  Windows         winget install ffmpeg
Without it, all other commands work: check and apply read films by themselves, and publish an MP4 that doesn't start fast as one that does. Smaller sizes, the sound alone and a poster can come from any video editor: export them as H.264 with AAC (.mp4), AAC (.m4a) and WebP or JPEG, and name them in the manifest.`;

/** ffmpeg failed. The message is the last line of its error output. */
export class FfmpegError extends Error {}

/** How much of the error output is kept: enough for its last lines, in characters. */
const keptErrorOutput = 4000;

/**
 * Runs ffmpeg or ffprobe to its end, without a shell.
 * @param onOutput called with each chunk of its standard output
 * @param signal ends the program
 * @throws CliError if it isn't installed; FfmpegError if it fails
 */
export function runFfmpeg(
  { program, args }: FfmpegCall,
  onOutput: (chunk: string) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal === undefined ? {} : { signal }),
    });
    let errorOutput = "";
    child.stdout.setEncoding("utf8").on("data", onOutput);
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      errorOutput = (errorOutput + chunk).slice(-keptErrorOutput);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") reject(new CliError(ffmpegMissingMessage));
      else if (error.name !== "AbortError") reject(error);
    });
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new FfmpegError(errorOutput.trim().split("\n").at(-1) || `exit code ${code}`));
    });
  });
}

/** Runs a program and returns its standard output. @throws as `runFfmpeg` does */
export async function readFfmpegOutput(call: FfmpegCall): Promise<string> {
  const chunks: string[] = [];
  await runFfmpeg(call, (chunk) => chunks.push(chunk));
  return chunks.join("");
}

/** Parses the output of `ffmpeg -encoders`, lines such as ` V....D libx264   H.264 / …`. */
export function parseEncoders(output: string): ReadonlySet<string> {
  const names = output.split("\n").map((line) => /^ [VAS][A-Z.]{5} (\S+)/.exec(line)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

/** Formats a call as a command line that can be copied into a shell. */
export function formatCall({ program, args }: FfmpegCall): string {
  const quoted = args.map((arg) => {
    return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
  });
  return [program, ...quoted].join(" ");
}
