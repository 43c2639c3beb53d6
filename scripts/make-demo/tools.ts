import { execFileSync } from "node:child_process";

/** Runs a program and answers what it wrote; an error shows the end of what it complained about. */
export function run(program: string, args: string[], input?: Buffer): Buffer {
  return execFileSync(program, args, {
    ...(input ? { input } : {}),
    stdio: [input ? "pipe" : "ignore", "pipe", "pipe"],
    maxBuffer: 1 << 30,
  });
}

/** Names every missing program at once, with what to install. */
export function missingTools(): string[] {
  return ["ffmpeg", "espeak-ng"].filter((program) => {
    try {
      run(program, [program === "ffmpeg" ? "-version" : "--version"]);
      return false;
    } catch {
      return true;
    }
  });
}
