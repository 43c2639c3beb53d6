import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digestOfFile, digestOfStream } from "../../../src/cli/manifests/digest-file.ts";
import { nodeFiles } from "../../../src/cli/manifests/node-files.ts";
import { openRanges } from "../../../src/cli/media/byte-ranges.ts";
import { openBlob } from "../../../src/cli/upload/open-blob.ts";
import { inspectFile } from "../../../src/inspection/inspect-file.ts";
import { type ByteRange, totalSize } from "../../../src/inspection/media/byte-ranges.ts";
import { analyzeFastStart } from "../../../src/inspection/media/fast-start.ts";
import {
  createBox,
  createSlowFilm,
  film,
  movedRanges,
  readBoxes,
  readPackets,
  remux,
  shiftOffsets,
  writeAt,
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

describe("a film whose index comes last", () => {
  it("is published with its index first, and with the same packets", async () => {
    expect(packets.length).toBeGreaterThan(100);
    await writeMoved(slow, at("moved.mp4"));
    expect(await analyzeFastStart(nodeFiles, at("moved.mp4"))).toEqual({ state: "fast" });
    expect(await readPackets(at("moved.mp4"))).toEqual(packets);
  });

  it("can be a QuickTime film, or sound alone", async () => {
    const sound = join(film, "../film.m4a");
    for (const [from, name] of [
      [film, "slow.mov"],
      [sound, "slow.m4a"],
    ] as const) {
      await remux(from, at(name));
      await writeMoved(at(name), at(`moved-${name}`));
      expect(await analyzeFastStart(nodeFiles, at(`moved-${name}`))).toEqual({ state: "fast" });
      expect(await readPackets(at(`moved-${name}`))).toEqual(await readPackets(at(name)));
    }
  });

  it("keeps its packets with boxes in any order and with other boxes between them", async () => {
    const { ftyp, data, moov, dataStart } = await readBoxes(slow);
    const between = fc.array(
      fc
        .tuple(
          fc.constantFrom("free", "skip", "wide", "uuid"),
          fc.uint8Array({ maxLength: 60 }),
          fc.boolean(),
        )
        .map(([type, bytes, isLong]) => createBox(type, Buffer.from(bytes), isLong)),
      { maxLength: 3 },
    );
    const arrangement = fc.tuple(between, between, between, fc.boolean(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(arrangement, async ([first, second, third, isDataLong, isIndexLong]) => {
        const before = Buffer.concat([ftyp, ...first]);
        const index = shiftOffsets(moov, before.length + (isDataLong ? 16 : 8) - dataStart);
        const parts = [
          before,
          createBox("mdat", data, isDataLong),
          ...second,
          createBox("moov", index.subarray(8), isIndexLong),
          ...third,
        ];
        await writeFile(at("arranged.mp4"), Buffer.concat(parts));
        await writeMoved(at("arranged.mp4"), at("rearranged.mp4"));
        expect(await analyzeFastStart(nodeFiles, at("rearranged.mp4"))).toEqual({ state: "fast" });
        expect(await readPackets(at("rearranged.mp4"))).toEqual(packets);
      }),
      { numRuns: 25 },
    );
  });

  it("keeps its packets if their offsets no longer fit into 32 bits", async () => {
    // Before the film's data is a gap of 4 GiB, which needs no space on the disk: the offsets just fit.
    const { ftyp, data, moov, dataStart } = await readBoxes(slow);
    const start = 2 ** 32 - data.length;
    const hole = createBox("uuid", Buffer.alloc(0), true);
    hole.writeBigUInt64BE(BigInt(start - 8 - ftyp.length), 8);
    const large = at("large.mp4");
    await writeAt(large, [0, Buffer.concat([ftyp, hole])], [start - 8, createBox("mdat", data)]);
    await writeAt(large, [2 ** 32, shiftOffsets(moov, start - dataStart)]);
    expect(await readPackets(large)).toEqual(packets);

    const ranges = await movedRanges(large);
    const index = ranges.flatMap((range) => ("bytes" in range ? [Buffer.from(range.bytes)] : []));
    expect(index.map((bytes) => [bytes.includes("co64"), bytes.includes("stco")])).toEqual([
      [true, false],
    ]);
    const size = totalSize(ranges);
    expect(size).toBeGreaterThan((await stat(large)).size);
    // Only what contains data is copied; the rest becomes a gap again.
    const head = await firstBytes(ranges, ftyp.length + hole.length);
    const [first] = ranges;
    if (first === undefined || "bytes" in first)
      throw new Error("The first range should be of the file.");
    const indexStart = first.end;
    const tail = await buffer(openRanges(ranges, size - data.length - 8));
    await writeAt(at("large-moved.mp4"), [0, head], [indexStart, index[0] ?? head]);
    await writeAt(at("large-moved.mp4"), [size - tail.length, tail]);
    expect(await analyzeFastStart(nodeFiles, at("large-moved.mp4"))).toEqual({ state: "fast" });
    expect(await readPackets(at("large-moved.mp4"))).toEqual(packets);
  });

  it("can be read from any byte to any other, as a resumed upload needs it", async () => {
    const ranges = await movedRanges(slow);
    const whole = await buffer(openRanges(ranges));
    expect(totalSize(ranges)).toBe(whole.length);
    const position = fc.integer({ min: 0, max: whole.length });
    await fc.assert(
      fc.asyncProperty(position, position, async (from, to) => {
        const part = await buffer(openRanges(ranges, from, to));
        expect(part.equals(whole.subarray(from, Math.max(from, to)))).toBe(true);
        expect((await buffer(openRanges(ranges, from))).equals(whole.subarray(from))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("is inspected and sent as it is published, with a note, and isn't changed", async () => {
    const before = await digestOfFile(slow);
    const inspected = await inspectFile(
      nodeFiles,
      { name: "slow.mp4", content: "film", path: [] },
      folder,
    );
    expect(inspected.problems).toEqual([
      { severity: "note", message: expect.stringContaining("your file isn't changed") },
    ]);
    const { details } = inspected;
    if (details === undefined) throw new Error("The film was rejected.");
    const blob = { ...details, extension: "mp4", path: slow, madeText: undefined } as const;
    expect(await digestOfStream(await openBlob(blob))).toBe(details.sha256);
    const rest = await buffer(await openBlob(blob, 1000));
    expect(rest.length).toBe(details.size - 1000);
    expect(await digestOfFile(slow)).toBe(before);
    expect(details.sha256).not.toBe(before);
  });
});

async function firstBytes(ranges: readonly ByteRange[], count: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const bytes of openRanges(ranges)) {
    chunks.push(bytes);
    length += bytes.length;
    if (length >= count) break;
  }
  return Buffer.concat(chunks).subarray(0, count);
}
