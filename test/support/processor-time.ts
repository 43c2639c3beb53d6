import { expect } from "vitest";

/**
 * How many times as long ten times the input may take. Linear time is 10 and quadratic time is 100; the difference to
 * 10 allows for garbage collection.
 */
const maxRatio = 60;

/** What is too short to be compared, in milliseconds: compiling the code or collecting garbage may take as long. */
const minTime = 5;

/**
 * Measures this thread's processor time, because other programs use the machine as well. Only for tests in Node: a
 * Worker's clock stands still while it runs.
 * @returns a function that says how much was used since now, in milliseconds
 */
export function startProcessorTimer(): () => number {
  const start = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
}

/**
 * Expects that an input ten times as long takes about ten times the processor time.
 * @param length of the shorter input: one for which quadratic time would be seen
 */
export function expectTimeInProportion(run: (length: number) => unknown, length = 5000): void {
  const timeOf = (size: number): number => {
    const timer = startProcessorTimer();
    run(size);
    return Math.max(minTime, timer());
  };
  // Lets the engine compile the code.
  run(length / 10);
  const one = timeOf(length);
  expect(timeOf(10 * length) / one).toBeLessThan(maxRatio);
}

/** A text of about this length: one text repeated, with another before and after it. */
export function repeatTo(length: number, [before, repeated, after]: RepeatedText): string {
  return before + repeated.repeat(Math.ceil(length / repeated.length)) + after;
}

/** A text, what is repeated after it, and what follows: patterns fail late at an unexpected end. */
export type RepeatedText = readonly [before: string, repeated: string, after: string];
