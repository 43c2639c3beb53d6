import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ByteReader, memoryReader } from "../../src/files/byte-reader.ts";
import { checkPdf } from "../../src/files/documents/pdf.ts";
import { describeUnreadableText } from "../../src/files/documents/text.ts";
import { inspectZip } from "../../src/files/documents/zip.ts";
import { identifyFormat } from "../../src/files/identify.ts";
import { checkMediaStructure } from "../../src/files/media/check-media.ts";
import { checkPicture } from "../../src/files/pictures/check-picture.ts";
import { readImageSize } from "../../src/files/pictures/image-size.ts";

/** Real files that are cut, filled with lies or joined: each is checked without an error, and in few reads. */

const folder = join(import.meta.dirname, "../../media-manifests");
const extensions = ["webm", "mp4", "m4a", "mp3", "webp", "pdf"];

/** The smallest file of each kind that the demonstration has. */
const samples = extensions.flatMap((extension) => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(`.${extension}`))
    .map((name) => readFileSync(join(folder, name)))
    .sort((a, b) => a.length - b.length);
  return files[0] === undefined ? [] : [[extension, files[0]] as const];
});

/** A ZIP archive's end record, for a file that the demonstration has none of. */
const zip = Buffer.concat([
  Buffer.from("PK\x03\x04"),
  Buffer.alloc(60, 7),
  Buffer.from("PK\x01\x02"),
  Buffer.alloc(60, 1),
  Buffer.from("PK\x05\x06"),
  Buffer.from([0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0, 64, 0, 0, 0, 0, 0]),
]);
const files: readonly (readonly [string, Buffer])[] = [...samples, ["zip", zip]];

/** Checks a file as every format that it could be said to be. @returns how many bytes were read */
async function checkAll(bytes: Buffer): Promise<number> {
  let read = 0;
  const memory = memoryReader(bytes);
  const reader: ByteReader = {
    size: bytes.length,
    read: (start, end) => {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(bytes.length);
      read += end - start;
      return memory.read(start, end);
    },
  };
  const format = identifyFormat(bytes);
  await checkMediaStructure(reader, format?.id);
  if (format?.id === "pdf") await checkPdf(reader);
  if (format?.id === "zip") await inspectZip(reader);
  if (["png", "jpeg", "webp", "avif"].includes(format?.id ?? "")) {
    checkPicture(bytes, format?.extension ?? "");
  }
  readImageSize(bytes);
  describeUnreadableText(bytes.subarray(0, 10_000));
  return read;
}

test("the demonstration has a file of each kind", () => {
  expect(samples.map(([extension]) => extension)).toEqual(
    expect.arrayContaining(["webm", "mp4", "webp"]),
  );
});

describe.each(files)("a damaged %s file", (_, whole) => {
  const position = fc.oneof(fc.nat(200), fc.nat(whole.length));
  const change = fc.record({
    at: position,
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      fc.constantFrom(
        Uint8Array.of(0xff, 0xff, 0xff, 0xff),
        Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0),
        Uint8Array.of(0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
        Uint8Array.of(0, 0, 0, 1),
      ),
    ),
  });

  test("is checked without an error and in few reads, wherever it is cut and whatever it claims", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 4 }),
        fc.oneof(fc.constant(whole.length), position),
        fc.nat(30),
        async (changes, end, moved) => {
          const bytes = Buffer.from(whole.subarray(0, end));
          for (const { at, bytes: lie } of changes) {
            bytes.set(lie.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
          }
          const joined = moved === 0 ? Buffer.concat([bytes, whole]) : bytes;
          // Each part is read for its format, and once more for where the window ends within a header.
          expect(await checkAll(joined)).toBeLessThan(4 * joined.length + 500_000);
        },
      ),
      { numRuns: 60 },
    );
  });
});
