import { type FileHandle, open } from "node:fs/promises";
import { extensionOf } from "../../records/schema/media-types.ts";
import type { BytePart } from "./byte-ranges.ts";
import {
  NotMovableError,
  readIndex,
  sizeOfIndex,
  tablesOf,
  withLongOffsets,
  writeIndex,
} from "./movie-index.ts";
import { type Box, readTopBoxes } from "./mp4-boxes.ts";

/** How an MP4, M4A or MOV file can be published, so that it plays before it is there whole. */
export type FastStart =
  /** As it is: its index (`moov`) comes before its data (`mdat`), or it has no such parts. */
  | { readonly state: "fast" }
  /** With its index moved ahead: these pieces are the file then. */
  | { readonly state: "moved"; readonly pieces: readonly BytePart[] }
  /** As it is, slowly: its index can't be moved. `why` ends a sentence. */
  | { readonly state: "slow"; readonly why: string }
  /** Not at all: so many bytes are missing at its end. */
  | { readonly state: "cut"; readonly missing: number }
  /** Not at all: it has data, but no index was ever written, or it is lost. */
  | { readonly state: "unfinished" };

/** An index is held in memory; that of a film of a day has some 30 MB. In bytes. */
const mostIndexBytes = 256 * 1024 * 1024;

/** Boxes with nothing in them, which aren't worth sending (§8.1.2; `wide` is QuickTime's). */
const empty = new Set(["free", "skip", "wide"]);

const fragments = new Set(["moof", "mfra", "styp"]);

/**
 * Looks whether a file of MP4 boxes starts fast, and else moves its index ahead of its data: the
 * chunk offsets in it (ISO/IEC 14496-12 §8.7.5) are patched, in 64 bits where 32 don't hold them any more.
 * The file stays as it is, and of it only the index is read. The same file gives the same bytes.
 */
export async function fastStart(path: string): Promise<FastStart> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const boxes = await readTopBoxes(file, size);
    if (boxes === undefined) return { state: "fast" };
    const missing = (boxes.at(-1)?.end ?? size) - size;
    if (missing > 0) return { state: "cut", missing };
    const data = boxes.findIndex(({ type }) => type === "mdat");
    const indexes = boxes.filter(({ type }) => type === "moov");
    const [moov] = indexes;
    const first = boxes[data];
    if (first !== undefined && moov === undefined) return { state: "unfinished" };
    if (moov === undefined || first === undefined || moov.start < first.start) {
      return { state: "fast" };
    }
    if (indexes.length > 1) return { state: "slow", why: "it has two indexes" };
    if (boxes.some(({ type }) => fragments.has(type))) {
      return { state: "slow", why: "it is in fragments" };
    }
    if (boxes.some(({ type }) => type === "meta")) {
      return { state: "slow", why: "it holds items besides its tracks" };
    }
    if (moov.end - moov.start > mostIndexBytes) {
      return { state: "slow", why: "its index is too large" };
    }
    const kept = boxes.filter((box) => box !== moov && !empty.has(box.type));
    const before = kept.filter(({ start }) => start < first.start);
    const pieces = move(path, await readAt(file, moov), before, kept.slice(before.length));
    return { state: "moved", pieces };
  } catch (error) {
    if (error instanceof NotMovableError) return { state: "slow", why: error.message };
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * What is published of a file: itself, or for a film whose index comes last the pieces of one that
 * starts fast.
 * @param size the file's, in bytes
 */
export async function fastStartParts(path: string, size: number): Promise<readonly BytePart[]> {
  const found = hasBoxes(path) ? await fastStart(path) : undefined;
  return found?.state === "moved" ? found.pieces : [{ file: path, start: 0, end: size }];
}

/** Whether a file is made of MP4 boxes, by its name. */
export function hasBoxes(path: string): boolean {
  return ["mp4", "m4a"].includes(extensionOf(path));
}

async function readAt(file: FileHandle, { start, end }: Box): Promise<Buffer> {
  const bytes = Buffer.alloc(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) throw new Error(`The file ended at ${start + filled}.`);
    filled += bytesRead;
  }
  return bytes;
}

const most32 = 0xffff_ffff;

function move(
  path: string,
  moov: Buffer,
  before: readonly Box[],
  after: readonly Box[],
): readonly BytePart[] {
  const index = readIndex(moov);
  const place = (size: number) => placing(before, size, after);
  const long = withLongOffsets(index);
  const relocate = place(sizeOfIndex(index));
  const overflows = tablesOf(index).some(({ isLong, offsets }) => {
    return !isLong && offsets.some((offset) => relocate(offset) > most32);
  });
  const written = overflows
    ? writeIndex(long, place(sizeOfIndex(long)))
    : writeIndex(index, relocate);
  return [...parts(path, before), { bytes: written }, ...parts(path, after)];
}

/** Where each byte of the boxes lies once an index of that size stands between them. */
function placing(
  before: readonly Box[],
  size: number,
  after: readonly Box[],
): (offset: number) => number {
  const boxes = [...before, ...after];
  const shifts: number[] = [];
  let end = 0;
  for (const [number, box] of boxes.entries()) {
    if (number === before.length) end += size;
    shifts.push(end - box.start);
    end += box.end - box.start;
  }
  return (offset) => {
    // The last box that starts at or before it.
    let [low, high] = [0, boxes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((boxes[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const box = boxes[low - 1];
    // An empty chunk may stand right behind its box.
    if (box === undefined || offset > box.end) throw new NotMovableError("its index is broken");
    return offset + (shifts[low - 1] ?? 0);
  };
}

/** Boxes as parts of the file; those that lie side by side are one. */
function parts(path: string, boxes: readonly Box[]): BytePart[] {
  const found: { file: string; start: number; end: number }[] = [];
  for (const { start, end } of boxes) {
    const last = found.at(-1);
    if (last?.end === start) last.end = end;
    else found.push({ file: path, start, end });
  }
  return found;
}
