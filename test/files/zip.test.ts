import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type ZipEntry, zip, zipChunks } from "../../src/files/zip.ts";

const time = "2026-11-01T12:34:56";

const files = fc.uniqueArray(
  fc.record({
    // A name that ends in a slash is a folder's.
    path: fc.string({ minLength: 1, unit: "grapheme" }).map((name) => `${name}.x`),
    bytes: fc.uint8Array({ maxLength: 2000 }),
    stored: fc.boolean(),
  }),
  { selector: ({ path }) => path, maxLength: 6 },
);
const contents = (all: readonly { path: string; bytes: Uint8Array }[]) =>
  new Map(all.map(({ path, bytes }) => [path, [...bytes]]));
const unzipped = (archive: Uint8Array) =>
  contents(Object.entries(unzipSync(archive)).map(([path, bytes]) => ({ path, bytes })));

async function written(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const bytes: number[] = [];
  for await (const chunk of zipChunks(entries, time, 1)) bytes.push(...chunk);
  return Uint8Array.from(bytes);
}

describe("A ZIP archive", () => {
  test("has every file as it was, by its name in any script", () => {
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 9 }), (all, level) => {
        expect(unzipped(zip(all, time, level))).toEqual(contents(all));
      }),
    );
  });

  test("has the same files when they come in chunks", async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 700 }), async (all, size) => {
        const entries = all.map(({ path, bytes, stored }) => ({
          path,
          stored,
          *chunks() {
            for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
          },
        }));
        expect(unzipped(await written(entries))).toEqual(contents(all));
      }),
    );
  });

  test("has the checksum, the sizes and the time of a file where readers look for them", async () => {
    const bytes = new TextEncoder().encode("123456789");
    const entry = { path: "a", stored: true, chunks: () => [bytes.slice(0, 4), bytes.slice(4)] };
    for (const archive of [
      zip([{ path: "a", bytes, stored: true }], time, 6),
      await written([entry]),
    ]) {
      const end = new DataView(archive.buffer, archive.length - 22);
      const directory = new DataView(archive.buffer, end.getUint32(16, true));
      expect(directory.getUint32(0, true)).toBe(0x0201_4b50);
      // The check value of CRC-32.
      expect(directory.getUint32(16, true)).toBe(0xcbf4_3926);
      expect([directory.getUint32(20, true), directory.getUint32(24, true)]).toEqual([9, 9]);
      // 12:34:56 on 1 November 2026, as MS-DOS has it.
      expect(directory.getUint16(12, true)).toBe((12 << 11) | (34 << 5) | (56 / 2));
      expect(directory.getUint16(14, true)).toBe(((2026 - 1980) << 9) | (11 << 5) | 1);
    }
  });

  test("reads no entry before the chunks of those before it were taken", async () => {
    const read: string[] = [];
    const entries = ["one", "two"].map((path) => ({
      path,
      stored: true,
      *chunks() {
        read.push(path);
        yield new Uint8Array(3);
      },
    }));
    const chunks = zipChunks(entries, time, 1);
    await chunks.next();
    await chunks.next();
    expect(read).toEqual(["one"]);
    await chunks.return(undefined);
  });
});
