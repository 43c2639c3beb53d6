import { describe, expect, it, test } from "vitest";
import { type ByteReader, memoryReader } from "../../../src/files/byte-reader.ts";
import { identifyFormat } from "../../../src/files/identify.ts";
import { checkMediaStructure } from "../../../src/files/media/check-media.ts";

/** Media files made to keep a reader busy: each is checked with few reads, whatever its size. */

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const repeat = (bytes: Buffer, count: number) => Buffer.concat(Array<Buffer>(count).fill(bytes));

/** An EBML element with a size of eight bytes. */
function element(id: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([hex(id), elementSize(body.length), body]);
}

function elementSize(size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(size));
  bytes[0] = 1;
  return bytes;
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + body.length);
  header.write(type, 4, "latin1");
  return Buffer.concat([header, body]);
}

const ebml = element("1A45DFA3", element("4282", Buffer.from("webm")));
const unknownSize = hex("01FFFFFFFFFFFFFF");
const ftyp = box("ftyp", Buffer.from("isom\0\0\0\0isom"));

/** Elements in each other, the last one empty. */
function nestElements(outer: string, inner: string, count: number): Buffer {
  const parts: Buffer[] = [];
  for (let depth = 0; depth < count; depth++) {
    const rest = (count - 1 - depth) * (inner.length / 2 + 8);
    parts.push(hex(depth === 0 ? outer : inner), elementSize(rest));
  }
  return Buffer.concat([ebml, ...parts]);
}

function nestBoxes(types: readonly string[], count: number): Buffer {
  const parts: Buffer[] = [ftyp];
  for (let depth = 0; depth < count; depth++) {
    const header = Buffer.alloc(8);
    header.writeUInt32BE((count - depth) * 8);
    header.write(types[Math.min(depth, types.length - 1)] ?? "", 4, "latin1");
    parts.push(header);
  }
  return Buffer.concat(parts);
}

const track = element("AE", element("D7", hex("01")));
const run = box("trun", hex("00000000 00010000"));

const files: readonly (readonly [name: string, make: (count: number) => Buffer, fault: RegExp])[] =
  [
    [
      "segments of unknown size in each other",
      (n) => Buffer.concat([ebml, repeat(Buffer.concat([hex("18538067"), unknownSize]), n)]),
      /more parts/,
    ],
    ["segments in each other", (n) => nestElements("18538067", "18538067", n), /nested wrongly/],
    [
      "segments, one after the other",
      (n) => Buffer.concat([ebml, repeat(element("18538067"), n)]),
      /more parts/,
    ],
    [
      "clusters in each other",
      (n) =>
        Buffer.concat([
          ebml,
          hex("18538067"),
          unknownSize,
          nestElements("1F43B675", "1F43B675", n).subarray(ebml.length),
        ]),
      /^$/,
    ],
    [
      "lists of tracks in each other",
      (n) =>
        Buffer.concat([
          ebml,
          hex("18538067"),
          unknownSize,
          nestElements("1654AE6B", "1654AE6B", n).subarray(ebml.length),
        ]),
      /nested wrongly/,
    ],
    [
      "tracks",
      (n) => Buffer.concat([ebml, element("18538067", element("1654AE6B", repeat(track, n)))]),
      /more than 200 tracks/,
    ],
    [
      "lists of tracks",
      (n) => Buffer.concat([ebml, element("18538067", repeat(element("1654AE6B", track), n))]),
      /more than 200 tracks/,
    ],
    [
      "empty clusters",
      (n) => Buffer.concat([ebml, element("18538067", repeat(element("1F43B675"), n))]),
      /^$/,
    ],
    [
      "clusters of unknown size",
      (n) =>
        Buffer.concat([
          ebml,
          hex("18538067"),
          unknownSize,
          repeat(Buffer.concat([hex("1F43B675"), unknownSize, hex("A3 82 0000")]), n),
        ]),
      /^$/,
    ],
    [
      "empty elements",
      (n) => Buffer.concat([ebml, element("18538067", repeat(hex("EC80"), n))]),
      /^$/,
    ],
    ["tracks in each other in an MP4", (n) => nestBoxes(["moov", "trak"], n), /damaged/],
    ["media in each other in an MP4", (n) => nestBoxes(["moov", "trak", "mdia"], n), /damaged/],
    [
      "empty tracks in an MP4",
      (n) => Buffer.concat([ftyp, box("moov", repeat(box("trak"), n))]),
      /more than 200 tracks/,
    ],
    ["indexes in an MP4", (n) => Buffer.concat([ftyp, repeat(box("moov"), n)]), /more indexes/],
    ["empty fragments in an MP4", (n) => Buffer.concat([ftyp, repeat(box("moof"), n)]), /^$/],
    [
      "fragments that claim samples",
      (n) => Buffer.concat([ftyp, repeat(box("moof", box("traf", run)), n)]),
      /claims more/,
    ],
    ["empty ID3 tags", (n) => repeat(Buffer.from("ID3\x04\0\0\0\0\0\0"), n), /^$/],
    ["frames of MP3", (n) => repeat(Buffer.concat([hex("FFFB10C0"), Buffer.alloc(100)]), n), /^$/],
    [
      "pages of Ogg",
      (n) => repeat(Buffer.concat([Buffer.from("OggS"), hex("0004"), Buffer.alloc(21)]), n),
      /^$/,
    ],
  ];

/** A table of an index, with version and flags before its content. */
const table = (type: string, content: string) => box(type, hex(`00000000 ${content}`));

test.each(["stts", "ctts"])(
  "an MP4 whose table %s claims more samples than its track has is refused",
  async (type) => {
    const film = (count: string) => {
      const tables = [
        table("stsz", "00000001 00000004"),
        table("stsc", "00000001 00000001 00000004 00000001"),
        table("stco", "00000001 00000008"),
        table(type, `00000001 ${count} 00000000`),
      ];
      const media = box("mdia", box("minf", box("stbl", ...tables)));
      return Buffer.concat([ftyp, box("moov", box("trak", media))]);
    };
    expect((await check(film("00000004"))).why).toBe("");
    expect((await check(film("ff000004"))).why).toMatch(/claims more/);
  },
);

async function check(bytes: Buffer) {
  let reads = 0;
  let read = 0;
  const memory = memoryReader(bytes);
  const reader: ByteReader = {
    size: bytes.length,
    read: (start, end) => {
      reads += 1;
      read += end - start;
      return memory.read(start, end);
    },
  };
  const fault = await checkMediaStructure(reader, identifyFormat(bytes)?.id);
  const why = fault === undefined ? "" : fault.problem === "broken" ? fault.why : fault.problem;
  return { why, reads, read };
}

describe("a file made of thousands of", () => {
  it.each(files)("%s is read once, in few reads", async (_, make, fault) => {
    for (const count of [3000, 30_000]) {
      const bytes = make(count);
      const { why, reads, read } = await check(bytes);
      expect(why).toMatch(fault);
      // Twice, because a window that ends within a header is read again from there.
      expect(read).toBeLessThan(2 * bytes.length + 100_000);
      expect(reads).toBeLessThan(20 + bytes.length / 50_000);
    }
  });
});
