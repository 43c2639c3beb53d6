import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digestOfFile, digestOfStream } from "../../../src/cli/manifests/digest-file.ts";
import { measureFile } from "../../../src/cli/manifests/measure.ts";
import { type BytePart, openParts, totalSize } from "../../../src/cli/media/byte-ranges.ts";
import { fastStart } from "../../../src/cli/media/fast-start.ts";
import { openBlob } from "../../../src/cli/upload/open-blob.ts";
import {
  box,
  film,
  move,
  packetsOf,
  piecesOf,
  remux,
  shifted,
  slowFilm,
  takeApart,
  writeAt,
} from "./films.ts";

let folder = "";
let slow = "";
let samples: string[] = [];
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  ({ folder, slow, samples } = await slowFilm());
});
afterAll(() => rm(folder, { recursive: true }));

describe("a film whose index comes last", () => {
  it("is given with its index first, and the same samples", async () => {
    expect(samples.length).toBeGreaterThan(100);
    await move(slow, at("moved.mp4"));
    expect(await fastStart(at("moved.mp4"))).toEqual({ state: "fast" });
    expect(await packetsOf(at("moved.mp4"))).toEqual(samples);
  });

  it("is given so as a QuickTime film and as sound alone too", async () => {
    const sound = join(film, "../film.m4a");
    for (const [from, name] of [
      [film, "slow.mov"],
      [sound, "slow.m4a"],
    ] as const) {
      await remux(from, at(name));
      await move(at(name), at(`moved-${name}`));
      expect(await fastStart(at(`moved-${name}`))).toEqual({ state: "fast" });
      expect(await packetsOf(at(`moved-${name}`))).toEqual(await packetsOf(at(name)));
    }
  });

  it("keeps its samples wherever its boxes stand, and whatever lies between them", async () => {
    const { ftyp, data, moov, place } = await takeApart(slow);
    const between = fc.array(
      fc
        .tuple(
          fc.constantFrom("free", "skip", "wide", "uuid"),
          fc.uint8Array({ maxLength: 60 }),
          fc.boolean(),
        )
        .map(([type, bytes, long]) => box(type, Buffer.from(bytes), long)),
      { maxLength: 3 },
    );
    const arrangement = fc.tuple(between, between, between, fc.boolean(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(arrangement, async ([first, second, third, longData, longIndex]) => {
        const before = Buffer.concat([ftyp, ...first]);
        const index = shifted(moov, before.length + (longData ? 16 : 8) - place);
        const parts = [
          before,
          box("mdat", data, longData),
          ...second,
          box("moov", index.subarray(8), longIndex),
          ...third,
        ];
        await writeFile(at("arranged.mp4"), Buffer.concat(parts));
        await move(at("arranged.mp4"), at("rearranged.mp4"));
        expect(await fastStart(at("rearranged.mp4"))).toEqual({ state: "fast" });
        expect(await packetsOf(at("rearranged.mp4"))).toEqual(samples);
      }),
      { numRuns: 25 },
    );
  });

  it("keeps its samples where 32 bits no longer hold their offsets", async () => {
    // Some 4 GiB that take no room on the disk lie before the film's data: its offsets just fit.
    const { ftyp, data, moov, place } = await takeApart(slow);
    const start = 2 ** 32 - data.length;
    const hole = box("uuid", Buffer.alloc(0), true);
    hole.writeBigUInt64BE(BigInt(start - 8 - ftyp.length), 8);
    const large = at("large.mp4");
    await writeAt(large, [0, Buffer.concat([ftyp, hole])], [start - 8, box("mdat", data)]);
    await writeAt(large, [2 ** 32, shifted(moov, start - place)]);
    expect(await packetsOf(large)).toEqual(samples);

    const pieces = await piecesOf(large);
    const index = pieces.flatMap((piece) => ("bytes" in piece ? [Buffer.from(piece.bytes)] : []));
    expect(index.map((bytes) => [bytes.includes("co64"), bytes.includes("stco")])).toEqual([
      [true, false],
    ]);
    const size = totalSize(pieces);
    expect(size).toBeGreaterThan((await stat(large)).size);
    // The test copies only what holds something: the rest is a hole again.
    const head = await firstBytes(pieces, ftyp.length + hole.length);
    const [first] = pieces;
    if (first === undefined || "bytes" in first) throw new Error("The file's start comes first.");
    const indexStart = first.end;
    const tail = await buffer(openParts(pieces, size - data.length - 8));
    await writeAt(at("large-moved.mp4"), [0, head], [indexStart, index[0] ?? head]);
    await writeAt(at("large-moved.mp4"), [size - tail.length, tail]);
    expect(await fastStart(at("large-moved.mp4"))).toEqual({ state: "fast" });
    expect(await packetsOf(at("large-moved.mp4"))).toEqual(samples);
  });

  it("is read from any byte to any other, as an upload that is resumed needs it", async () => {
    const pieces = await piecesOf(slow);
    const whole = await buffer(openParts(pieces));
    expect(totalSize(pieces)).toBe(whole.length);
    const place = fc.integer({ min: 0, max: whole.length });
    await fc.assert(
      fc.asyncProperty(place, place, async (from, to) => {
        const part = await buffer(openParts(pieces, from, to));
        expect(part.equals(whole.subarray(from, Math.max(from, to)))).toBe(true);
        expect((await buffer(openParts(pieces, from))).equals(whole.subarray(from))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("is measured and sent as it is published, with a note, and stays as it is", async () => {
    const before = await digestOfFile(slow);
    const found = await measureFile({ name: "slow.mp4", content: "film", path: [] }, folder);
    expect(found.findings).toEqual([
      { severity: "note", message: expect.stringContaining("your file stays as it is") },
    ]);
    const { measured } = found;
    if (measured === undefined) throw new Error("It wasn't measured.");
    const blob = { ...measured, extension: "mp4", path: slow, webVtt: undefined } as const;
    expect(await digestOfStream(await openBlob(blob))).toBe(measured.sha256);
    const rest = await buffer(await openBlob(blob, 1000));
    expect(rest.length).toBe(measured.size - 1000);
    expect(await digestOfFile(slow)).toBe(before);
    expect(measured.sha256).not.toBe(before);
  });
});

async function firstBytes(pieces: readonly BytePart[], count: number): Promise<Buffer> {
  const read: Buffer[] = [];
  let length = 0;
  for await (const bytes of openParts(pieces)) {
    read.push(bytes);
    length += bytes.length;
    if (length >= count) break;
  }
  return Buffer.concat(read).subarray(0, count);
}
