import { createReadStream } from "node:fs";
import { Readable } from "node:stream";

/** A run of bytes to publish: some in memory, or a part of a file, from `start` up to before `end`. */
export type BytePart =
  | { readonly bytes: Uint8Array }
  | { readonly file: string; readonly start: number; readonly end: number };

/** How many bytes a piece has. */
export function partSize(piece: BytePart): number {
  return "bytes" in piece ? piece.bytes.length : piece.end - piece.start;
}

/** How many bytes some pieces have together. */
export function totalSize(pieces: readonly BytePart[]): number {
  return pieces.reduce((sum, piece) => sum + partSize(piece), 0);
}

/**
 * The bytes of some pieces, one after the other. Files are streamed and never held in memory whole.
 * @param start the first of all these bytes to give
 * @param end the first that isn't wanted any more
 */
export function openParts(
  pieces: readonly BytePart[],
  start = 0,
  end = totalSize(pieces),
): Readable {
  return Readable.from(bytesOf(pieces, start, end), { objectMode: false });
}

async function* bytesOf(
  pieces: readonly BytePart[],
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  let place = 0;
  for (const piece of pieces) {
    const size = partSize(piece);
    const first = Math.max(0, start - place);
    const last = Math.min(size, end - place);
    if (first < last) {
      if ("bytes" in piece) yield piece.bytes.subarray(first, last);
      else {
        const part = { start: piece.start + first, end: piece.start + last - 1 };
        yield* createReadStream(piece.file, part);
      }
    }
    place += size;
  }
}
