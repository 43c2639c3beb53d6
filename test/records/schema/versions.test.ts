import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf } from "../../../src/records/digest.ts";
import {
  anyRecord,
  applySteps,
  digestOfStored,
  parseStoredRecord,
  RecordVersionError,
  schemaVersion,
  storedRecord,
  toStored,
  upgradeRecord,
  validStoredRecord,
} from "../../../src/records/schema/versions.ts";
import { film as episode, settings } from "../works.ts";

describe("a stored record", () => {
  test("has the version of its schema, and is the same when it is read back", () => {
    expect(toStored(episode).schemaVersion).toBe(schemaVersion);
    expect(parseStoredRecord(JSON.stringify(toStored(episode)))).toEqual(episode);
  });

  test("of release 0.1.0, which wrote no version, is version 1", () => {
    expect(upgradeRecord(storedRecord.parse(episode))).toEqual(episode);
    expect(upgradeRecord(storedRecord.parse({ ...settings, schemaVersion: 1 }))).toEqual(settings);
  });

  test("has the digest of its content, whatever its version", async () => {
    const digest = await digestOf(episode);
    expect(await digestOfStored(toStored(episode))).toBe(digest);
    expect(await digestOfStored(storedRecord.parse(episode))).toBe(digest);
  });

  test("isn't validated again: what an older schema allowed stays readable", () => {
    const { name: _, ...nameless } = episode;
    expect(upgradeRecord(storedRecord.parse(nameless))).toEqual(nameless);
  });

  test("of a newer release is refused, with what to do", () => {
    const stored = { ...toStored(episode), schemaVersion: 99 };
    expect(() => upgradeRecord(stored)).toThrow(RecordVersionError);
    expect(anyRecord.safeParse(stored).error?.issues).toMatchObject([
      {
        path: ["schemaVersion"],
        message: `has the schema version 99, and this release reads versions up to ${schemaVersion}: update videoteca`,
      },
    ]);
  });
});

describe("a record from outside", () => {
  test("of any version is upgraded and validated whole", () => {
    expect(anyRecord.parse(episode)).toEqual(episode);
    expect(anyRecord.parse(toStored(episode))).toEqual(episode);
    const broken = { ...toStored(episode), duration: -1 };
    expect(anyRecord.safeParse(broken).error?.issues[0]?.path).toEqual(["duration"]);
  });

  test("that is kept as it is must be valid, and stays as it is", () => {
    const stored = toStored(episode);
    expect(validStoredRecord.parse(stored)).toEqual(stored);
    const broken = { ...stored, video: [{ file: "film.webm" }] };
    expect(validStoredRecord.safeParse(broken).error?.issues[0]?.path.slice(0, 2)).toEqual([
      "video",
      0,
    ]);
  });

  test("of any other shape gives issues, never an exception", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        anyRecord.safeParse(value);
        validStoredRecord.safeParse(value);
      }),
    );
  });
});

describe("the steps from version to version", () => {
  const steps = [
    ({ title, ...rest }: Record<string, unknown>) => ({ ...rest, name: title }),
    (content: Record<string, unknown>) => ({ ...content, keywords: content.keywords ?? [] }),
  ];

  test("are applied from a record's own version on, each once and in order", () => {
    expect(applySteps({ title: "A" }, 1, steps)).toEqual({ name: "A", keywords: [] });
    expect(applySteps({ name: "A" }, 2, steps)).toEqual({ name: "A", keywords: [] });
    expect(applySteps({ name: "A" }, 3, steps)).toEqual({ name: "A" });
    expect(() => applySteps({}, 4, steps)).toThrow(RecordVersionError);
  });

  test("don't change their input", () => {
    const stored = Object.freeze({ title: "A" });
    applySteps(stored, 1, steps);
    expect(stored).toEqual({ title: "A" });
  });

  test("lead from the first version to the current one", () => {
    expect(() => applySteps({}, 1)).not.toThrow();
    expect(() => applySteps({}, schemaVersion)).not.toThrow();
    expect(() => applySteps({}, schemaVersion + 1)).toThrow(RecordVersionError);
  });
});
