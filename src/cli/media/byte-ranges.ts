import { Readable } from "node:stream";
import { openRegularFile } from "../manifests/find-inside.ts";

/** Bytes in memory, or those of a file, by its real path, from `start` to before `end`. */
export type ByteRange =
  | { readonly bytes: Uint8Array }
  | { readonly file: string; readonly start: number; readonly end: number };

/** The total size of some ranges, in bytes. */
export function totalSize(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, range) => sum + rangeSize(range), 0);
}

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
  return Readable.from(readBytes(ranges, start, end), { objectMode: false });
}

async function* readBytes(
  ranges: readonly ByteRange[],
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  let rangeStart = 0;
  for (const range of ranges) {
    const size = rangeSize(range);
    const first = Math.max(0, start - rangeStart);
    const last = Math.min(size, end - rangeStart);
    if (first < last) {
      if ("bytes" in range) yield range.bytes.subarray(first, last);
      else {
        // createReadStream includes the byte at `end`.
        const options = { start: range.start + first, end: range.start + last - 1 };
        yield* (await openRegularFile(range.file)).createReadStream(options);
      }
    }
    rangeStart += size;
  }
}

function rangeSize(range: ByteRange): number {
  return "bytes" in range ? range.bytes.length : range.end - range.start;
}
