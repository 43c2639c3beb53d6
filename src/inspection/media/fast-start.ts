import type { ByteReader } from "../../files/byte-reader.ts";
import { type Box, readTopBoxes } from "../../files/media/boxes.ts";
import { extensionOf } from "../../records/schema/media-types.ts";
import type { FileTree } from "../file-tree.ts";
import type { ByteRange } from "./byte-ranges.ts";
import {
  indexSize,
  listOffsetTables,
  NotMovableError,
  parseIndex,
  withLongOffsets,
  writeIndex,
} from "./movie-index.ts";

/** Whether an MP4, M4A or MOV file can start to play before all of it is loaded, and how to publish it. */
export type FastStart =
  /** Published unchanged: its index (`moov`) precedes its data (`mdat`), or it has no such boxes. */
  | { readonly state: "fast" }
  /** Published with its index moved to the start: as these ranges. */
  | { readonly state: "moved"; readonly ranges: readonly ByteRange[] }
  /** Published unchanged, though it starts late: its index can't be moved. `why` is the end of a sentence. */
  | { readonly state: "slow"; readonly why: string }
  /** Can't be published: this many bytes are missing at its end. */
  | { readonly state: "truncated"; readonly missing: number }
  /** Can't be published: it has data but no index. */
  | { readonly state: "noIndex" };

/** An index is held in memory. That of a film of a day has about 30 MB. In bytes. */
const maxIndexSize = 256 * 1024 * 1024;

/** Boxes without content, which aren't worth sending (§8.1.2; `wide` is from QuickTime). */
const emptyBoxes = new Set(["free", "skip", "wide"]);

const fragmentBoxes = new Set(["moof", "mfra", "styp"]);

/**
 * Finds out whether a file of MP4 boxes starts fast, and if it doesn't, moves its index before its data.
 * The chunk offsets in the index (ISO/IEC 14496-12 §8.7.5) are adjusted, in 64 bits if they no longer fit
 * into 32. The file itself isn't changed, and only its index is read. The result is deterministic.
 */
export async function analyzeFastStart(tree: FileTree, path: string): Promise<FastStart> {
  try {
    return await tree.read(path, (reader) => analyze(reader, path));
  } catch (error) {
    if (error instanceof NotMovableError) return { state: "slow", why: error.message };
    throw error;
  }
}

async function analyze(reader: ByteReader, path: string): Promise<FastStart> {
  const { size } = reader;
  const boxes = await readTopBoxes(reader);
  if (boxes === undefined) return { state: "fast" };
  const missing = (boxes.at(-1)?.end ?? size) - size;
  if (missing > 0) return { state: "truncated", missing };
  const data = boxes.find(({ type }) => type === "mdat");
  const moov = boxes.find(({ type }) => type === "moov");
  if (data !== undefined && moov === undefined) return { state: "noIndex" };
  if (moov === undefined || data === undefined || moov.start < data.start) return { state: "fast" };
  const why = obstacleTo(moov, boxes);
  if (why !== undefined) return { state: "slow", why };
  const kept = boxes.filter((box) => box !== moov && !emptyBoxes.has(box.type));
  const before = kept.filter(({ start }) => start < data.start);
  const after = kept.slice(before.length);
  const index = await reader.read(moov.start, moov.end);
  return { state: "moved", ranges: moveIndex(path, index, before, after) };
}

/**
 * The bytes to publish for a file: all of it, or if its index comes last, the ranges that put it first.
 * @param path the file's real path, whose name may differ from the one in the manifest
 * @param extension the one in the manifest
 * @param size the file's size in bytes
 */
export async function publishedRanges(
  tree: FileTree,
  path: string,
  extension: string,
  size: number,
): Promise<readonly ByteRange[]> {
  const start = mp4Extensions.has(extension) ? await analyzeFastStart(tree, path) : undefined;
  return start?.state === "moved" ? start.ranges : [{ file: path, start: 0, end: size }];
}

/** Whether a file consists of MP4 boxes, by its name. */
export function isMp4(path: string): boolean {
  return mp4Extensions.has(extensionOf(path));
}

const mp4Extensions: ReadonlySet<string> = new Set(["mp4", "m4a"]);

/** Why an index can't be moved, judged by the top-level boxes; undefined if nothing there prevents it. */
function obstacleTo(moov: Box, boxes: readonly Box[]): string | undefined {
  if (boxes.some((box) => box.type === "moov" && box !== moov)) return "it has two indexes";
  if (boxes.some(({ type }) => fragmentBoxes.has(type))) return "it is in fragments";
  if (boxes.some(({ type }) => type === "meta")) {
    return "it contains other items in addition to its tracks";
  }
  return moov.end - moov.start > maxIndexSize ? "its index is too large" : undefined;
}

const maxUint32 = 0xffff_ffff;

/** Puts the index between the boxes before and after it. @returns the ranges of the new file */
function moveIndex(
  path: string,
  moov: Uint8Array,
  before: readonly Box[],
  after: readonly Box[],
): readonly ByteRange[] {
  const index = parseIndex(moov);
  const relocate = createRelocation(before, indexSize(index), after);
  const overflows = listOffsetTables(index).some(({ isLong, offsets }) => {
    return !isLong && offsets.some((offset) => relocate(offset) > maxUint32);
  });
  const longIndex = withLongOffsets(index);
  const bytes = overflows
    ? writeIndex(longIndex, createRelocation(before, indexSize(longIndex), after))
    : writeIndex(index, relocate);
  return [...rangesOf(path, before), { bytes }, ...rangesOf(path, after)];
}

/** A function that returns the new offset of a byte, once an index of a size is between the boxes. */
function createRelocation(
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
    // Binary search for the last box that starts at or before the offset.
    let [low, high] = [0, boxes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((boxes[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const box = boxes[low - 1];
    // An empty chunk may be at the very end of its box.
    if (box === undefined || offset > box.end) throw new NotMovableError("its index is broken");
    return offset + (shifts[low - 1] ?? 0);
  };
}

/** The boxes as ranges of the file; adjacent boxes become one range. */
function rangesOf(path: string, boxes: readonly Box[]): ByteRange[] {
  const ranges: { file: string; start: number; end: number }[] = [];
  for (const { start, end } of boxes) {
    const last = ranges.at(-1);
    if (last?.end === start) last.end = end;
    else ranges.push({ file: path, start, end });
  }
  return ranges;
}
