import type { FileHandle } from "node:fs/promises";

/** A box of an MP4 or QuickTime file (ISO/IEC 14496-12 §4.2): where it is, counted in bytes. */
export interface Box {
  /** Four letters, such as `moov`; empty for bytes at a file's end that are no box. */
  readonly type: string;
  readonly start: number;
  /** Where its content starts. */
  readonly content: number;
  /** Where the next box starts. */
  readonly end: number;
}

const shortHeader = 8;
const longHeader = 16;

/**
 * The box whose header starts at an offset of some bytes. A size of 1 means that 64 bits with the size
 * follow, 0 that the box reaches to the end of what it lies in.
 * @param place where the bytes start in what the box is told to lie in
 * @param end where that ends
 * @returns undefined where no whole header stands there, or one with a size that can't be
 */
export function readBox(bytes: Buffer, offset: number, end: number, place = 0): Box | undefined {
  if (bytes.length - offset < shortHeader) return undefined;
  const start = place + offset;
  const type = bytes.toString("latin1", offset + 4, offset + 8);
  const size = bytes.readUInt32BE(offset);
  if (size === 0) return { type, start, content: start + shortHeader, end };
  if (size !== 1) {
    if (size < shortHeader) return undefined;
    return { type, start, content: start + shortHeader, end: start + size };
  }
  if (bytes.length - offset < longHeader) return undefined;
  const long = Number(bytes.readBigUInt64BE(offset + 8));
  if (long < longHeader || !Number.isSafeInteger(start + long)) return undefined;
  return { type, start, content: start + longHeader, end: start + long };
}

/** No film has so many boxes at its top: with more, a file is something else. */
const mostBoxes = 100_000;

/** What no film can lack: where one ends behind the file's end, the file is cut off. */
const needed = new Set(["ftyp", "moov", "mdat", "moof"]);

/**
 * The boxes at the top of a file, in order; together they are the whole file. The last one may claim to
 * end behind the file's end: then the file is cut off. What is no box at a file's end is told as one
 * without a type: some cameras leave such bytes behind.
 * @param size the file's, in bytes
 * @returns undefined where there are too many
 */
export async function readTopBoxes(file: FileHandle, size: number): Promise<Box[] | undefined> {
  const boxes: Box[] = [];
  const header = Buffer.alloc(longHeader);
  for (let start = 0; start < size; ) {
    if (boxes.length === mostBoxes) return undefined;
    const { bytesRead } = await file.read(header, 0, longHeader, start);
    const found = readBox(header.subarray(0, bytesRead), 0, size, start);
    const isBox = found !== undefined && (found.end <= size || needed.has(found.type));
    const box = isBox ? found : { type: "", start, content: start, end: size };
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}
