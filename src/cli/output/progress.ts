import { formatSize } from "../../i18n/format.ts";
import type { LocalBlob } from "../../inspection/load-work.ts";
import { drawLine, print } from "./print.ts";

/** The progress of one file. */
export interface FileProgress {
  /** @param bytes how many of the file's bytes are sent */
  at(bytes: number): void;
  done(): void;
}

/** Shows the progress of an upload of several files. */
export interface Progress {
  /** Starts a file. @param isLarge whether it gets lines of its own if there is no progress bar */
  file(blob: LocalBlob, isLarge: boolean): FileProgress;
  /** Clears the progress bar's line before something else is printed. */
  clear(): void;
}

const noFileProgress: FileProgress = { at: () => undefined, done: () => undefined };

/** Shows nothing: for programs, and if nothing is sent. */
export const noProgress: Progress = {
  file: () => noFileProgress,
  clear: () => undefined,
};

/** How many bytes had been sent at a time. */
interface Sample {
  /** Milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

/** The speed is averaged over these milliseconds: short enough to follow changes, without jumping. */
const speedWindow = 8000;

/** Milliseconds between two drawings of the bar, and between two lines about a file. */
const barInterval = 100;
const lineInterval = 10_000;

/** Where progress is shown, and its clock. */
export interface Screen {
  readonly isTerminal: boolean;
  /** The terminal's width. A bar that wrapped onto a second line couldn't be cleared. */
  readonly columns: () => number;
  /** Draws the bar's line again, on a terminal. */
  readonly draw: (line: string) => void;
  /** Prints a line if there is no terminal. */
  readonly print: (line: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

const standardScreen: Screen = {
  isTerminal: process.stderr.isTTY === true && process.stdout.isTTY === true,
  columns: () => process.stderr.columns ?? 80,
  draw: drawLine,
  print,
  now: Date.now,
};

/**
 * Shows a bar with speed and remaining time on a terminal. Without one, prints a line when a large file
 * starts and ends, and every ten seconds in between.
 * @param total bytes of all files
 */
export function createProgress(total: number, screen: Screen = standardScreen): Progress {
  return screen.isTerminal ? progressBar(total, screen) : progressLines(screen);
}

function progressBar(total: number, { columns, draw: drawBar, now }: Screen): Progress {
  const counter = new ByteCounter();
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (always: boolean) => {
    if (!always && now() - drawnAt < barInterval) return;
    drawnAt = now();
    const line = formatBar(counter.bytes, total, counter.speed(now()));
    drawBar(line.slice(0, columns() - 1));
  };
  return {
    file({ size }) {
      const add = counter.addFile(now);
      const at = (bytes: number) => {
        add(bytes);
        draw(false);
      };
      return {
        at,
        done: () => {
          add(size);
          draw(true);
          if (counter.bytes >= total) drawBar("");
        },
      };
    },
    clear: () => drawBar(""),
  };
}

function progressLines({ print, now }: Screen): Progress {
  return {
    file({ path, size }, isLarge) {
      if (!isLarge) return noFileProgress;
      const counter = new ByteCounter();
      const add = counter.addFile(now);
      const startedAt = now();
      let printedAt = startedAt;
      let isFirst = true;
      return {
        at(bytes) {
          add(bytes);
          if (isFirst) {
            const resumed = bytes > 0 ? `, continuing after ${formatBytes(bytes)}` : "";
            print(`sending    ${path}, ${formatBytes(size)}${resumed}`);
          } else if (now() - printedAt >= lineInterval) {
            printedAt = now();
            print(`           ${path}: ${formatCounts(bytes, size, counter.speed(printedAt))}`);
          }
          isFirst = false;
        },
        done: () => print(`sent       ${path} in ${formatDuration((now() - startedAt) / 1000)}`),
      };
    },
    clear: () => undefined,
  };
}

/** Adds up the bytes of several files. Bytes sent before an upload was resumed don't count as speed. */
class ByteCounter {
  bytes = 0;
  #sentNow = 0;
  #samples: Sample[] = [];

  /** Adds a file. @returns a function to call with the number of the file's bytes that are sent */
  addFile(now: () => number): (bytes: number) => void {
    let before: number | undefined;
    return (bytes) => {
      this.bytes += bytes - (before ?? 0);
      if (before !== undefined) this.#sentNow += bytes - before;
      before = bytes;
      const at = now();
      this.#samples.push({ at, bytes: this.#sentNow });
      while ((this.#samples[1]?.at ?? at) < at - speedWindow) this.#samples.shift();
    };
  }

  /** Bytes per second; undefined if it is too early to tell. @param at milliseconds */
  speed(at: number): number | undefined {
    const first = this.#samples[0];
    const seconds = first === undefined ? 0 : (at - first.at) / 1000;
    if (first === undefined || seconds < 0.5) return undefined;
    return Math.max(0, (this.#sentNow - first.bytes) / seconds);
  }
}

const barWidth = 24;

/** `[######------]  25 %  15 MB of 60 MB  2.1 MB/s  21 s left` */
function formatBar(bytes: number, total: number, speed: number | undefined): string {
  const filled =
    total === 0 ? barWidth : Math.min(barWidth, Math.floor((barWidth * bytes) / total));
  const bar = "#".repeat(filled) + "-".repeat(barWidth - filled);
  return `[${bar}]  ${formatCounts(bytes, total, speed)}`;
}

function formatCounts(bytes: number, total: number, speed: number | undefined): string {
  const percent = total === 0 ? 100 : Math.floor((100 * bytes) / total);
  const parts = [
    `${String(percent).padStart(3)} %`,
    `${formatBytes(bytes)} of ${formatBytes(total)}`,
  ];
  if (speed !== undefined) {
    parts.push(`${formatBytes(speed)}/s`);
    if (speed > 0) parts.push(`${formatDuration((total - bytes) / speed)} left`);
  }
  return parts.join("  ");
}

/** `8 s`, `3 min 20 s`, `2 h 5 min`. */
function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function formatBytes(bytes: number): string {
  return formatSize(bytes, "en");
}
