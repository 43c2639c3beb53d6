import { type ByteReader, textAt, viewOf, WindowReader } from "../byte-reader.ts";

/** A box of an MP4 or QuickTime file (ISO/IEC 14496-12 §4.2). Positions are bytes from the file's start. */
export interface Box {
  /** Four letters, such as `moov`; empty for bytes at a file's end that aren't a box. */
  readonly type: string;
  readonly start: number;
  /** Where the box's content starts, after its header. */
  readonly content: number;
  /** Where the next box starts. */
  readonly end: number;
}

const shortHeaderSize = 8;
const longHeaderSize = 16;

/**
 * Reads the header of a box. A size of 1 means that the size follows in 64 bits; a size of 0 means that
 * the box reaches to the end of its parent.
 * @param offset where the header starts in `bytes`
 * @param end where the parent ends, counted as the box's positions are
 * @param base the position of the first of `bytes`
 * @returns undefined if there is no complete header, or one with an impossible size
 */
export function readBox(bytes: Uint8Array, offset: number, end: number, base = 0): Box | undefined {
  if (bytes.length - offset < shortHeaderSize) return undefined;
  const view = viewOf(bytes);
  const start = base + offset;
  const type = textAt(bytes, offset + 4);
  const size = view.getUint32(offset);
  if (size === 0) return { type, start, content: start + shortHeaderSize, end };
  if (size !== 1) {
    if (size < shortHeaderSize) return undefined;
    return { type, start, content: start + shortHeaderSize, end: start + size };
  }
  if (bytes.length - offset < longHeaderSize) return undefined;
  const longSize = Number(view.getBigUint64(offset + 8));
  if (longSize < longHeaderSize || !Number.isSafeInteger(start + longSize)) return undefined;
  return { type, start, content: start + longHeaderSize, end: start + longSize };
}

/** Fragmented films have a few boxes a second: a file with more is something else. */
const maxTopBoxes = 100_000;

/** Boxes that a film needs: if one of them ends after the file's end, the file is truncated. */
const essentialBoxes = new Set(["ftyp", "moov", "mdat", "moof"]);

/**
 * Reads the headers of a file's top-level boxes. Together, the boxes cover the whole file; the last one
 * may end after the file's end, if the file is truncated. Bytes at the end that aren't a box, which some
 * cameras write, are returned as a box without a type.
 * @returns undefined if there are too many boxes
 */
export async function readTopBoxes(reader: ByteReader): Promise<Box[] | undefined> {
  const boxes: Box[] = [];
  const file = new WindowReader(reader);
  const { size } = file;
  for (let start = 0; start < size; ) {
    if (boxes.length === maxTopBoxes) return undefined;
    const header = file.peek(start, longHeaderSize) ?? (await file.load(start, longHeaderSize));
    const found = readBox(header, 0, size, start);
    const isBox = found !== undefined && (found.end <= size || essentialBoxes.has(found.type));
    const box = isBox ? found : { type: "", start, content: start, end: size };
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}

/**
 * The boxes in a part of some bytes, in order.
 * @returns undefined if they don't fit into it
 */
export function listBoxes(bytes: Uint8Array, start: number, end: number): Box[] | undefined {
  const boxes: Box[] = [];
  for (let offset = start; offset < end; ) {
    const box = readBox(bytes, offset, end);
    // QuickTime ends some lists with four zero bytes.
    if (box === undefined) return end - offset < shortHeaderSize ? boxes : undefined;
    if (box.end > end) return undefined;
    boxes.push(box);
    offset = box.end;
  }
  return boxes;
}
