import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zipOfBlobs } from "../../src/files/zip-of-blobs.ts";

const texts = { "work/episode.yaml": "kind: Episode\n", "work/phụ đề.vtt": "WEBVTT\n", empty: "" };
const files = new Map(Object.entries(texts).map(([path, text]) => [path, new Blob([text])]));

test.each([
  ["as ZIP", undefined],
  ["as ZIP64, as if its second file were beyond 4 GiB", 40],
  ["as ZIP64, as if every size were too large", 0],
])("an archive of files is written %s, and holds their bytes", async (_, maxSize) => {
  const archive = new Uint8Array(await (await zipOfBlobs(files, maxSize)).arrayBuffer());
  const read = Object.entries(unzipSync(archive));
  expect(Object.fromEntries(read.map(([path, bytes]) => [path, strFromU8(bytes)]))).toEqual(texts);
});

test("a checksum is right at the end of what is read at a time", async () => {
  const bytes = new Uint8Array(4 * 1024 * 1024 + 1).fill(7);
  const archive = await zipOfBlobs(new Map([["large", new Blob([bytes])]]));
  const view = new DataView(await archive.slice(0, 30).arrayBuffer());
  // As Python's zlib.crc32 has it.
  expect(view.getUint32(14, true)).toBe(0x66a2c603);
  expect(archive.size).toBe(bytes.length + 30 + 5 + 46 + 5 + 22);
});
