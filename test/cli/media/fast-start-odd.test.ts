import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measureFile } from "../../../src/cli/manifests/measure.ts";
import { openParts, totalSize } from "../../../src/cli/media/byte-ranges.ts";
import { fastStart } from "../../../src/cli/media/fast-start.ts";
import { box, film, move, packetsOf, remux, slowFilm, takeApart } from "./films.ts";

let folder = "";
let slow = "";
let samples: string[] = [];
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  ({ folder, slow, samples } = await slowFilm());
});
afterAll(() => rm(folder, { recursive: true }));

describe("a film is published as it is", () => {
  it("where its index comes first, whatever else there is", async () => {
    expect(await fastStart(film)).toEqual({ state: "fast" });
    const { ftyp, data, moov } = await takeApart(slow);
    const long = box("free", Buffer.alloc(30), true);
    await writeFile(at("early.mp4"), Buffer.concat([ftyp, long, moov, box("mdat", data)]));
    expect(await fastStart(at("early.mp4"))).toEqual({ state: "fast" });
    await writeFile(at("empty.mp4"), "");
    expect(await fastStart(at("empty.mp4"))).toEqual({ state: "fast" });
    await writeFile(at("text.mp4"), "This is no film, but a text with a film's name.");
    expect(await fastStart(at("text.mp4"))).toEqual({ state: "fast" });
  });

  it("where it is in fragments, each with its own index", async () => {
    await remux(film, at("fragments.mp4"), "fragmented");
    expect(await fastStart(at("fragments.mp4"))).toEqual({ state: "fast" });
    const { ftyp, data, moov } = await takeApart(slow);
    const parts = [ftyp, box("moof"), box("mdat", data), moov];
    await writeFile(at("fragments.mp4"), Buffer.concat(parts));
    expect(await fastStart(at("fragments.mp4"))).toMatchObject({ state: "slow" });
  });

  it.each([
    ["another file holds its data", "dref", 23, Buffer.from([0])],
    ["its index is compressed", "mvhd", 0, Buffer.from("cmov")],
    ["its data is encrypted", "stco", 0, Buffer.from("saio")],
    ["a table claims more entries than it has", "stco", 8, Buffer.from([0x7f])],
    ["a chunk lies outside all boxes", "stco", 12, Buffer.from([0x7f])],
    ["a box ends behind the one it lies in", "mvhd", -4, Buffer.from([0x7f])],
    ["a box has no size", "mvhd", -4, Buffer.alloc(4)],
    ["a box is smaller than its header", "mvhd", -4, Buffer.from([0, 0, 0, 7])],
  ])("with a warning where %s", async (_, type, offset, bytes) => {
    const whole = await readFile(slow);
    bytes.copy(whole, whole.indexOf(type, whole.indexOf("moov")) + offset);
    await writeFile(at("odd.mp4"), whole);
    const result = await fastStart(at("odd.mp4"));
    expect(result).toEqual({ state: "slow", why: expect.stringMatching(/^(it|its|a part) /) });
  });
});

describe("a file that is cut off", () => {
  it.each([
    ["in its data, before an index", "slow", 60_000],
    ["in its index", "slow", 100],
    ["in its data, behind an index", "fast", 60_000],
  ])("is refused %s, with how much is missing", async (_, kind, fewer) => {
    const whole = await readFile(kind === "slow" ? slow : film);
    await writeFile(at("cut.mp4"), whole.subarray(0, whole.length - fewer));
    const reference = { name: "cut.mp4", content: "film", path: [] } as const;
    const { measured, findings } = await measureFile(reference, folder);
    expect(measured).toBeUndefined();
    expect(findings).toEqual([
      { severity: "error", message: expect.stringMatching(/ is cut off, .* copy or export it/) },
    ]);
  });

  it("isn't one that has a few stray bytes at its end", async () => {
    await copyFile(slow, at("stray.mp4"));
    const bytes = await readFile(slow);
    await writeFile(at("stray.mp4"), Buffer.concat([bytes, Buffer.from("made by a camera")]));
    await move(at("stray.mp4"), at("stray-moved.mp4"));
    expect(await packetsOf(at("stray-moved.mp4"))).toEqual(samples);
  });
});

describe("hostile bytes", () => {
  it("never make more of an index than there is, nor bytes of another length than told", async () => {
    const whole = await readFile(slow);
    const from = whole.indexOf("moov") - 4;
    const change = fc.tuple(fc.integer({ min: from, max: whole.length - 1 }), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [place, value] of changes) bytes[place] = value;
        await writeFile(at("hostile.mp4"), bytes);
        const result = await fastStart(at("hostile.mp4"));
        if (result.state !== "moved") return;
        const written = await buffer(openParts(result.pieces));
        expect(written.length).toBe(totalSize(result.pieces));
        expect(written.length).toBeLessThanOrEqual(2 * bytes.length);
      }),
      { numRuns: 150 },
    );
  });

  it("don't make the reader nest as deep as they do", async () => {
    const depth = 1_000_000;
    const nested = Buffer.alloc(depth * 8);
    for (let level = 0; level < depth; level++) {
      nested.writeUInt32BE(nested.length - level * 8, level * 8);
      nested.write(["trak", "mdia", "minf", "stbl"][level % 4] ?? "", level * 8 + 4, "latin1");
    }
    await writeFile(at("deep.mp4"), Buffer.concat([box("mdat"), box("moov", nested)]));
    expect((await fastStart(at("deep.mp4"))).state).toMatch(/moved|slow/);
  });
});
