/** How far ffmpeg is with a file. */
export interface Advance {
  /** Seconds of the film that are done. */
  readonly done: number;
  /** Seconds of the film in a second; undefined where it isn't told yet. */
  readonly speed: number | undefined;
}

/**
 * Reads what `ffmpeg -progress` says: blocks of `key=value` lines, each ending with `progress=…`.
 * @returns what takes its output piece by piece, and gives the last whole block that is new
 */
export function progressReader(): (text: string) => Advance | undefined {
  let rest = "";
  let block = new Map<string, string>();
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    let found: Advance | undefined;
    for (const line of lines) {
      const [, key = "", value = ""] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      block.set(key, value);
      if (key !== "progress") continue;
      const done = Number(block.get("out_time_us")) / 1_000_000;
      const speed = Number.parseFloat(block.get("speed") ?? "");
      if (done >= 0) found = { done, speed: speed > 0 ? speed : undefined };
      block = new Map();
    }
    return found;
  };
}

const cells = 24;

/** `[#########---------------]  40 %  3 min left  film-720p.mp4`. @param duration in seconds */
export function progressLine(name: string, duration: number, { done, speed }: Advance): string {
  const part = duration > 0 ? Math.min(1, done / duration) : 0;
  const filled = Math.floor(cells * part);
  const bar = `[${"#".repeat(filled)}${"-".repeat(cells - filled)}]`;
  const percent = `${String(Math.floor(100 * part)).padStart(3)} %`;
  const left = speed === undefined ? "" : `  ${timeLeft((duration - done) / speed)} left`;
  return `${bar}  ${percent}${left}  ${name}`;
}

function timeLeft(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
