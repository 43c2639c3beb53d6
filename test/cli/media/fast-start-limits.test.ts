import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../../../src/cli/manifests/node-files.ts";
import { openRanges } from "../../../src/cli/media/byte-ranges.ts";
import { inspectFile } from "../../../src/inspection/inspect-file.ts";
import { totalSize } from "../../../src/inspection/media/byte-ranges.ts";
import { analyzeFastStart } from "../../../src/inspection/media/fast-start.ts";
import {
  createBox,
  createSlowFilm,
  film,
  readBoxes,
  readPackets,
  remux,
  writeMoved,
} from "./film-fixtures.ts";

let folder = "";
let slow = "";
let packets: string[] = [];
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  ({ folder, slow, packets } = await createSlowFilm());
});
afterAll(() => rm(folder, { recursive: true }));

describe("a film is published unchanged", () => {
  it("if its index comes first, or if it isn't a film", async () => {
    expect(await analyzeFastStart(nodeFiles, film)).toEqual({ state: "fast" });
    const { ftyp, data, moov } = await readBoxes(slow);
    const longBox = createBox("free", Buffer.alloc(30), true);
    await writeFile(at("early.mp4"), Buffer.concat([ftyp, longBox, moov, createBox("mdat", data)]));
    expect(await analyzeFastStart(nodeFiles, at("early.mp4"))).toEqual({ state: "fast" });
    await writeFile(at("empty.mp4"), "");
    expect(await analyzeFastStart(nodeFiles, at("empty.mp4"))).toEqual({ state: "fast" });
    await writeFile(at("text.mp4"), "This is a text with a film's name.");
    expect(await analyzeFastStart(nodeFiles, at("text.mp4"))).toEqual({ state: "fast" });
  });

  it("if it is in fragments, each with its own index", async () => {
    await remux(film, at("fragments.mp4"), "fragmented");
    expect(await analyzeFastStart(nodeFiles, at("fragments.mp4"))).toEqual({ state: "fast" });
    const { ftyp, data, moov } = await readBoxes(slow);
    const parts = [ftyp, createBox("moof"), createBox("mdat", data), moov];
    await writeFile(at("fragments.mp4"), Buffer.concat(parts));
    expect(await analyzeFastStart(nodeFiles, at("fragments.mp4"))).toMatchObject({ state: "slow" });
  });

  it.each([
    ["its data is in another file", "dref", 23, Buffer.from([0])],
    ["its index is compressed", "mvhd", 0, Buffer.from("cmov")],
    ["its data is encrypted", "stco", 0, Buffer.from("saio")],
    ["a table claims more entries than it has", "stco", 8, Buffer.from([0x7f])],
    ["a chunk is outside all boxes", "stco", 12, Buffer.from([0x7f])],
    ["a box ends after its parent", "mvhd", -4, Buffer.from([0x7f])],
    ["a box has no size", "mvhd", -4, Buffer.alloc(4)],
    ["a box is smaller than its header", "mvhd", -4, Buffer.from([0, 0, 0, 7])],
  ])("with a warning if %s", async (_, type, offset, bytes) => {
    const whole = await readFile(slow);
    bytes.copy(whole, whole.indexOf(type, whole.indexOf("moov")) + offset);
    await writeFile(at("odd.mp4"), whole);
    const result = await analyzeFastStart(nodeFiles, at("odd.mp4"));
    expect(result).toEqual({ state: "slow", why: expect.stringMatching(/^(it|its|a part) /) });
  });
});

describe("a truncated file", () => {
  it.each([
    ["in its data, before an index", "slow", 60_000],
    ["in its index", "slow", 100],
    ["in its data, after an index", "fast", 60_000],
  ])("is rejected with how much is missing: cut %s", async (_, kind, missing) => {
    const whole = await readFile(kind === "slow" ? slow : film);
    await writeFile(at("cut.mp4"), whole.subarray(0, whole.length - missing));
    const reference = { name: "cut.mp4", content: "film", path: [] } as const;
    const { details, problems } = await inspectFile(nodeFiles, reference, folder);
    expect(details).toBeUndefined();
    expect(problems).toEqual([
      { severity: "error", message: expect.stringMatching(/ is truncated, .* copy or export it/) },
    ]);
  });

  it("isn't one with a few other bytes at its end", async () => {
    await copyFile(slow, at("stray.mp4"));
    const bytes = await readFile(slow);
    await writeFile(at("stray.mp4"), Buffer.concat([bytes, Buffer.from("made by a camera")]));
    await writeMoved(at("stray.mp4"), at("stray-moved.mp4"));
    expect(await readPackets(at("stray-moved.mp4"))).toEqual(packets);
  });
});

describe("a manipulated file", () => {
  it("never gets an index much larger than its own, nor a size other than announced", async () => {
    const whole = await readFile(slow);
    const from = whole.indexOf("moov") - 4;
    const change = fc.tuple(fc.integer({ min: from, max: whole.length - 1 }), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [position, value] of changes) bytes[position] = value;
        await writeFile(at("hostile.mp4"), bytes);
        const result = await analyzeFastStart(nodeFiles, at("hostile.mp4"));
        if (result.state !== "moved") return;
        const written = await buffer(openRanges(result.ranges));
        expect(written.length).toBe(totalSize(result.ranges));
        expect(written.length).toBeLessThanOrEqual(2 * bytes.length);
      }),
      { numRuns: 40 },
    );
  });

  it("can be nested deeper than the stack", async () => {
    const depth = 1_000_000;
    const nested = Buffer.alloc(depth * 8);
    for (let level = 0; level < depth; level++) {
      nested.writeUInt32BE(nested.length - level * 8, level * 8);
      nested.write(["trak", "mdia", "minf", "stbl"][level % 4] ?? "", level * 8 + 4, "latin1");
    }
    await writeFile(at("deep.mp4"), Buffer.concat([createBox("mdat"), createBox("moov", nested)]));
    expect((await analyzeFastStart(nodeFiles, at("deep.mp4"))).state).toMatch(/moved|slow/);
  });
});
