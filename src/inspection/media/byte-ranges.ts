/** Bytes in memory, or those of a file, by its real path, from `start` to before `end`. */
export type ByteRange =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly file: string; readonly start: number; readonly end: number };

/** The total size of some ranges, in bytes. */
export function totalSize(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, range) => sum + rangeSize(range), 0);
}

/**
 * The parts of some ranges, one after the other, that are between two positions.
 * @param start the first byte, counted over all ranges
 * @param end the byte after the last one
 */
export function sliceRanges(ranges: readonly ByteRange[], start: number, end: number): ByteRange[] {
  const slices: ByteRange[] = [];
  let rangeStart = 0;
  for (const range of ranges) {
    const size = rangeSize(range);
    const first = Math.max(0, start - rangeStart);
    const last = Math.min(size, end - rangeStart);
    if (first < last) {
      slices.push(
        "bytes" in range
          ? { bytes: range.bytes.subarray(first, last) }
          : { file: range.file, start: range.start + first, end: range.start + last },
      );
    }
    rangeStart += size;
  }
  return slices;
}

function rangeSize(range: ByteRange): number {
  return "bytes" in range ? range.bytes.length : range.end - range.start;
}
