import { describe, expect, it } from "vitest";
import { createProgress } from "../../../src/cli/output/progress.ts";
import type { LocalBlob } from "../../../src/inspection/load-work.ts";

const file = (path: string, size: number): LocalBlob => {
  return { sha256: "0".repeat(64), extension: "mp4", size, path, madeText: undefined };
};

/** A fake screen with a clock that the test sets. */
function screen(isTerminal: boolean, width = 100) {
  const shown: string[] = [];
  const clock = { now: 0 };
  return {
    shown,
    clock,
    isTerminal,
    columns: () => width,
    draw: (line: string) => shown.push(line),
    print: (line: string) => shown.push(line),
    now: () => clock.now,
  };
}

describe("the progress bar on a terminal", () => {
  it("shows how much of all files is sent, the speed and the remaining time", () => {
    const display = screen(true);
    const progress = createProgress(60e6, display);
    const one = progress.file(file("one.mp4", 40e6), true);
    const two = progress.file(file("two.mp4", 20e6), true);
    one.at(0);
    two.at(0);
    display.clock.now = 1000;
    one.at(10e6);
    display.clock.now = 2000;
    two.at(5e6);
    expect(display.shown.at(-1)).toBe(
      "[######------------------]   25 %  15 MB of 60 MB  7.5 MB/s  6 s left",
    );
    one.at(40e6);
    one.done();
    two.at(20e6);
    two.done();
    expect(display.shown.at(-1)).toBe("");
  });

  it("counts bytes of a resumed upload as sent but not as speed, and can go backwards", () => {
    const display = screen(true);
    const track = createProgress(100e6, display).file(file("one.mp4", 100e6), true);
    track.at(50e6);
    display.clock.now = 1000;
    track.at(58e6);
    expect(display.shown.at(-1)).toContain("58 %  58 MB of 100 MB  8 MB/s  6 s left");
    display.clock.now = 2000;
    track.at(54e6);
    expect(display.shown.at(-1)).toContain("54 %  54 MB of 100 MB  2 MB/s  23 s left");
  });

  it("is cut at the terminal's width", () => {
    const display = screen(true, 40);
    createProgress(9e6, display).file(file("one.mp4", 9e6), true).at(1e6);
    expect(display.shown).toEqual(["[##----------------------]   11 %  1 MB"]);
  });

  it("is drawn at most ten times a second, and clears its line on request", () => {
    const display = screen(true);
    const progress = createProgress(1e6, display);
    const track = progress.file(file("one.mp4", 1e6), true);
    for (let millisecond = 0; millisecond < 1000; millisecond += 1) {
      display.clock.now = millisecond;
      track.at(millisecond * 1000);
    }
    expect(display.shown.length).toBe(10);
    progress.clear();
    expect(display.shown.at(-1)).toBe("");
  });
});

describe("progress lines in a pipe", () => {
  it("report a large file when it starts and ends, and every ten seconds in between", () => {
    const display = screen(false);
    const progress = createProgress(3_700e6, display);
    const track = progress.file(file("film.mp4", 3_600e6), true);
    for (const [second, megabytes] of [
      [0, 600],
      [5, 900],
      [11, 1200],
      [15, 1300],
      [125, 3600],
    ] as const) {
      display.clock.now = second * 1000;
      track.at(megabytes * 1e6);
    }
    track.done();
    const small = progress.file(file("poster.webp", 100e6), false);
    small.at(100e6);
    small.done();
    expect(display.shown).toEqual([
      "sending    film.mp4, 3,600 MB, continuing after 600 MB",
      "           film.mp4:  33 %  1,200 MB of 3,600 MB  54.5 MB/s  44 s left",
      "           film.mp4: 100 %  3,600 MB of 3,600 MB  20.9 MB/s  0 s left",
      "sent       film.mp4 in 2 min 5 s",
    ]);
  });
});
