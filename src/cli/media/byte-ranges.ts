import { Readable } from "node:stream";
import { type ByteRange, sliceRanges, totalSize } from "../../inspection/media/byte-ranges.ts";
import { openRegularFile } from "../manifests/find-inside.ts";

/**
 * Reads some ranges, one after the other, as one stream. Files are streamed, never held in memory whole.
 * @param start the first byte to read, counted over all ranges
 * @param end the byte after the last one to read
 */
export function openRanges(
  ranges: readonly ByteRange[],
  start = 0,
  end = totalSize(ranges),
): Readable {
  return Readable.from(readBytes(sliceRanges(ranges, start, end)), { objectMode: false });
}

async function* readBytes(ranges: readonly ByteRange[]): AsyncGenerator<Uint8Array> {
  for (const range of ranges) {
    if ("bytes" in range) yield range.bytes;
    else {
      // createReadStream includes the byte at `end`.
      const options = { start: range.start, end: range.end - 1 };
      yield* (await openRegularFile(range.file)).createReadStream(options);
    }
  }
}
