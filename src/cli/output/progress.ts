import { formatSize } from "../../i18n/format.ts";
import type { LocalBlob } from "../manifests/read-folder.ts";

/** How far a file is. */
export interface Track {
  /** @param bytes how many of the file's bytes are sent */
  at(bytes: number): void;
  done(): void;
}

/** Shows how far the sending is. */
export interface Progress {
  /** A file is begun. @param isLarge whether it is worth a line of its own where there is no bar */
  file(blob: LocalBlob, isLarge: boolean): Track;
  /** Makes room for a line that is printed now. */
  clear(): void;
}

const noTrack: Track = { at: () => undefined, done: () => undefined };

/** For programs, and where nothing is to be sent. */
export const noProgress: Progress = {
  file: () => noTrack,
  clear: () => undefined,
};

/** How many bytes have been sent at which moment. */
interface Sample {
  readonly at: number;
  readonly bytes: number;
}

/** The rate is that of the last seconds, in milliseconds: it follows the line, and doesn't jump. */
const rateWindow = 8000;

/** Where the progress is shown, and by which clock. */
export interface Screen {
  readonly isTerminal: boolean;
  /** How wide the terminal is: a bar that wraps would fill it with its own leavings. */
  readonly columns: () => number;
  /** Prints as it is, on a terminal. */
  readonly write: (text: string) => void;
  /** Prints a line, where there is no terminal. */
  readonly print: (line: string) => void;
  /** In milliseconds. */
  readonly now: () => number;
}

const standardScreen: Screen = {
  isTerminal: process.stderr.isTTY === true && process.stdout.isTTY === true,
  columns: () => process.stderr.columns ?? 80,
  write: (text) => process.stderr.write(text),
  print: (line) => process.stdout.write(`${line}\n`),
  now: Date.now,
};

/**
 * A bar with rate and time left on a terminal; in a pipe a line for each large file as it begins and
 * ends, and now and then between.
 * @param total of all files, in bytes
 */
export function createProgress(total: number, screen: Screen = standardScreen): Progress {
  return screen.isTerminal ? bar(total, screen) : lines(screen);
}

function bar(total: number, { columns, write, now }: Screen): Progress {
  const counter = new Counter();
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (always: boolean) => {
    if (!always && now() - drawn < 100) return;
    drawn = now();
    const line = barLine(counter.bytes, total, counter.rate(now()));
    write(`\r${line.slice(0, columns() - 1)}\x1b[K`);
  };
  return {
    file({ size }) {
      const track = counter.track(now);
      const at = (bytes: number) => {
        track(bytes);
        draw(false);
      };
      return {
        at,
        done: () => {
          track(size);
          draw(true);
          if (counter.bytes >= total) write("\r\x1b[K");
        },
      };
    },
    clear: () => write("\r\x1b[K"),
  };
}

function lines({ print: say, now }: Screen): Progress {
  return {
    file({ path, size }, isLarge) {
      if (!isLarge) return noTrack;
      const counter = new Counter();
      const track = counter.track(now);
      const start = now();
      let said = start;
      let isNew = true;
      return {
        at(bytes) {
          track(bytes);
          if (isNew) {
            const from = bytes > 0 ? `, going on after ${sized(bytes)}` : "";
            say(`sending    ${path}, ${sized(size)}${from}`);
          } else if (now() - said >= 10_000) {
            said = now();
            say(`           ${path}: ${barWords(bytes, size, counter.rate(said))}`);
          }
          isNew = false;
        },
        done: () => say(`sent       ${path} in ${duration((now() - start) / 1000)}`),
      };
    },
    clear: () => undefined,
  };
}

/** Adds up what several files have sent. What a file had before it was gone on with is no speed. */
class Counter {
  bytes = 0;
  #moved = 0;
  #samples: Sample[] = [];

  /** @returns what is called with the file's own count */
  track(now: () => number): (bytes: number) => void {
    let before: number | undefined;
    return (bytes) => {
      this.bytes += bytes - (before ?? 0);
      if (before !== undefined) this.#moved += bytes - before;
      before = bytes;
      const at = now();
      this.#samples.push({ at, bytes: this.#moved });
      while ((this.#samples[1]?.at ?? at) < at - rateWindow) this.#samples.shift();
    };
  }

  /** In bytes a second; undefined where it can't be told yet. */
  rate(at: number): number | undefined {
    const first = this.#samples[0];
    const seconds = first === undefined ? 0 : (at - first.at) / 1000;
    if (first === undefined || seconds < 0.5) return undefined;
    return Math.max(0, (this.#moved - first.bytes) / seconds);
  }
}

const cells = 24;

/** `[######------]  25 %  15 MB of 60 MB  2.1 MB/s  21 s left` */
function barLine(bytes: number, total: number, rate: number | undefined): string {
  const filled = total === 0 ? cells : Math.min(cells, Math.floor((cells * bytes) / total));
  return `[${"#".repeat(filled)}${"-".repeat(cells - filled)}]  ${barWords(bytes, total, rate)}`;
}

function barWords(bytes: number, total: number, rate: number | undefined): string {
  const percent = total === 0 ? 100 : Math.floor((100 * bytes) / total);
  const words = [`${String(percent).padStart(3)} %`, `${sized(bytes)} of ${sized(total)}`];
  if (rate !== undefined) {
    words.push(`${sized(rate)}/s`);
    if (rate > 0) words.push(`${duration((total - bytes) / rate)} left`);
  }
  return words.join("  ");
}

/** `8 s`, `3 min 20 s`, `2 h 5 min`. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function sized(bytes: number): string {
  return formatSize(bytes, "en");
}
