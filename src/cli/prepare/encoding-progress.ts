/** How far ffmpeg is with a file. */
export interface EncodingProgress {
  /** How much of the film is encoded, in seconds. */
  readonly seconds: number;
  /** Seconds of film per second; undefined until ffmpeg reports it. */
  readonly speed: number | undefined;
}

/**
 * Creates a parser of what `ffmpeg -progress` prints: blocks of `key=value` lines that end with
 * `progress=…`.
 * @returns a function to call with each chunk of the output; it returns the latest progress that the chunk
 *   completes
 */
export function createProgressReader(): (chunk: string) => EncodingProgress | undefined {
  let incompleteLine = "";
  let block = new Map<string, string>();
  return (chunk) => {
    const lines = (incompleteLine + chunk).split("\n");
    incompleteLine = lines.pop() ?? "";
    let latest: EncodingProgress | undefined;
    for (const line of lines) {
      const [, key = "", value = ""] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      block.set(key, value);
      if (key !== "progress") continue;
      const seconds = Number(block.get("out_time_us")) / 1_000_000;
      const speed = Number.parseFloat(block.get("speed") ?? "");
      if (seconds >= 0) latest = { seconds, speed: speed > 0 ? speed : undefined };
      block = new Map();
    }
    return latest;
  };
}

/** The width of the progress bar, in characters. */
const barWidth = 24;

/**
 * Formats progress as a line: `[#########---------------]   40 %  3 min left  film-720p.mp4`.
 * @param duration the film's, in seconds
 */
export function formatProgress(
  name: string,
  duration: number,
  { seconds, speed }: EncodingProgress,
): string {
  const fraction = duration > 0 ? Math.min(1, seconds / duration) : 0;
  const filled = Math.floor(barWidth * fraction);
  const bar = `[${"#".repeat(filled)}${"-".repeat(barWidth - filled)}]`;
  const percent = `${String(Math.floor(100 * fraction)).padStart(3)} %`;
  const left = speed === undefined ? "" : `  ${formatTimeLeft((duration - seconds) / speed)} left`;
  return `${bar}  ${percent}${left}  ${name}`;
}

function formatTimeLeft(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
