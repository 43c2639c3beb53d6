import { describe, expect, test } from "vitest";
import { memoryReader } from "../../../src/files/byte-reader.ts";
import { identifyFormat } from "../../../src/files/identify.ts";
import { checkMp3 } from "../../../src/files/media/mp3.ts";

/** A frame of MPEG-1 layer III with 128 kbit/s at 44,100 Hz: floor(144 × 128,000 / 44,100) bytes. */
const frameBytes = 417;
const frame = frameOf(0xfffb9000, frameBytes);

function frameOf(header: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32BE(header);
  return bytes;
}

/** An ID3v2 tag (ID3v2.4 structure §3.1): seven bits of its size in each of four bytes. */
function id3v2(content: Buffer, flags = 0): Buffer {
  const size = [21, 14, 7, 0].map((shift) => (content.length >> shift) & 0x7f);
  const footer = flags & 0x10 ? [Buffer.from("3DI\x04\0\0\0\0\0\0")] : [];
  return Buffer.concat([
    Buffer.from("ID3\x04\0"),
    Buffer.from([flags, ...size]),
    content,
    ...footer,
  ]);
}

const id3v1 = Buffer.concat([Buffer.from("TAG"), Buffer.alloc(125)]);

/** An APE tag with a header and a footer of 32 bytes each (APEv2 specification); its size counts the footer only. */
function ape(content: Buffer): Buffer {
  const edge = Buffer.alloc(32);
  edge.write("APETAGEX");
  edge.writeUInt32LE(content.length + 32, 12);
  edge.writeUInt32LE(0x8000_0000, 20);
  return Buffer.concat([edge, content, edge]);
}

/** What a tag says, in more bytes than seven bits can count. */
const content = Buffer.alloc(300);

const check = (...parts: readonly Buffer[]) => checkMp3(memoryReader(Buffer.concat(parts)));

describe("an MP3", () => {
  test.each([
    ["no tags", [], []],
    ["ID3v2", [id3v2(content)], []],
    ["ID3v2 with a footer", [id3v2(content, 0x10)], []],
    ["two of ID3v2", [id3v2(content), id3v2(content)], []],
    ["ID3v1", [], [id3v1]],
    ["APE", [], [ape(content)]],
    ["ID3v2, APE and ID3v1", [id3v2(content)], [ape(content), id3v1]],
  ])("is whole or lacks the end of its last frame, with %s", async (_, before, after) => {
    expect(identifyFormat(Buffer.concat([...before, frame]))?.id).toBe("mp3");
    expect(await check(...before, frame, frame, ...after)).toBeUndefined();
    const cut = frame.subarray(0, -10);
    const missing = { problem: "truncated", missing: 10 };
    expect(await check(...before, frame, cut, ...after)).toEqual(missing);
  });

  test("that has fewer bytes than its first frame says is cut, though each frame is whole", async () => {
    const first = Buffer.from(frame);
    first.write("Xing", 36);
    first.writeUInt32BE(2, 40); // The flag of the number of bytes.
    first.writeUInt32BE(3 * frameBytes, 44);
    expect(await check(first, frame, frame)).toBeUndefined();
    // Some programs don't count the first frame.
    expect(await check(first, frame)).toBeUndefined();
    expect(await check(first)).toEqual({ problem: "truncated", missing: 2 * frameBytes });
  });

  // ISO/IEC 11172-3 §2.4.3.1: 144 or, for MPEG-2, 72 times the bit rate over the sample rate, and a byte of padding.
  test.each([
    ["MPEG-1, 64 kbit/s, 44,100 Hz", 0xfffb5000, 208],
    ["the same with padding", 0xfffb5200, 209],
    ["MPEG-1, 320 kbit/s, 48,000 Hz", 0xfffbe400, 960],
    ["MPEG-1, 32 kbit/s, 32,000 Hz", 0xfffb1800, 144],
    ["MPEG-2, 64 kbit/s, 22,050 Hz", 0xfff38000, 208],
    ["MPEG-2.5, 64 kbit/s, 12,000 Hz", 0xffe38400, 384],
  ])("with frames of %s is whole to the byte", async (_, header, length) => {
    const other = frameOf(header, length);
    expect(await check(other, other)).toBeUndefined();
    expect(await check(other, other.subarray(0, -1))).toEqual({ problem: "truncated", missing: 1 });
  });
});
