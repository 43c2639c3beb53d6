import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findCues,
  indexCues,
  type Timed,
} from "../../../../src/player/client/captions/cue-times.ts";

test("a cue is active from its start until just before its end", () => {
  const first = { startTime: 1, endTime: 2 };
  const second = { startTime: 2, endTime: 3 };
  const index = indexCues([first, second]);
  expect(findCues(index, 0.999)).toEqual({ active: [], nextChange: 1 });
  expect(findCues(index, 1)).toEqual({ active: [first], nextChange: 2 });
  expect(findCues(index, 2)).toEqual({ active: [second], nextChange: 3 });
  expect(findCues(index, 3)).toEqual({ active: [], nextChange: Number.POSITIVE_INFINITY });
});

test("whatever the cues and the time, exactly those around it are active, until the next start or end", () => {
  const cue = fc
    .record({ startTime: fc.integer({ min: 0, max: 50 }), length: fc.integer({ min: 0, max: 30 }) })
    .map(({ startTime, length }): Timed => ({ startTime, endTime: startTime + length }));
  fc.assert(
    fc.property(fc.array(cue), fc.integer({ min: -1, max: 90 }), (cues, time) => {
      const ordered = [...cues].sort((a, b) => a.startTime - b.startTime);
      const { active, nextChange } = findCues(indexCues(ordered), time);
      expect(active).toEqual(ordered.filter((one) => one.startTime <= time && time < one.endTime));
      const edges = [
        ...active.map(({ endTime }) => endTime),
        ...ordered.map(({ startTime }) => startTime).filter((start) => start > time),
      ];
      expect(nextChange).toBe(Math.min(Number.POSITIVE_INFINITY, ...edges));
    }),
  );
});

test("finding the cues of a time in a film of ten hours looks at few of them", () => {
  let reads = 0;
  const cues = Array.from({ length: 20_000 }, (_, at) => ({
    get startTime() {
      reads += 1;
      return at * 1.8;
    },
    get endTime() {
      reads += 1;
      return at * 1.8 + 1.7;
    },
  }));
  const index = indexCues(cues);
  reads = 0;
  expect(findCues(index, 18_000.5).active).toHaveLength(1);
  expect(reads).toBeLessThan(30);
});
