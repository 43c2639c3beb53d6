import { type Box, readBox } from "./mp4-boxes.ts";

/**
 * The index of a film (its `moov` box, ISO/IEC 14496-12 §8.2.1) as a tree, as far as there are tables of
 * chunk offsets in it; the rest stays bytes.
 */
export interface IndexBox {
  readonly type: string;
  readonly parts: readonly (IndexBox | OffsetTable | Buffer)[];
}

/** Where the chunks of a track start in the file: a `stco` or `co64` box (§8.7.5). */
export interface OffsetTable {
  readonly isLong: boolean;
  /** The box's version and flags. */
  readonly version: Buffer;
  readonly offsets: Float64Array;
}

/** Why an index can't be moved, as a sentence's end: "… because it is in fragments". */
export class NotMovableError extends Error {}

/** The boxes on the way to the tables, each with the only one it is looked for in. */
const parents: Readonly<Record<string, string>> = {
  trak: "moov",
  mdia: "trak",
  minf: "mdia",
  dinf: "minf",
  stbl: "minf",
};

/** Boxes that say where something is in the file in ways of their own, or hide the index. */
const obstacles: Readonly<Record<string, string>> = {
  mvex: "it is in fragments",
  cmov: "its index is compressed",
  saio: "it is encrypted",
};

/** @param moov the whole box @throws Immovable where it holds what mustn't be moved or can't be read */
export function readIndex(moov: Buffer): IndexBox {
  const box = readBox(moov, 0, moov.length);
  if (box?.type !== "moov" || box.end !== moov.length)
    throw new NotMovableError("its index is broken");
  return { type: "moov", parts: readParts(moov, box) };
}

function readParts(moov: Buffer, parent: Box): IndexBox["parts"] {
  const parts: (IndexBox | OffsetTable | Buffer)[] = [];
  for (let start = parent.content; start < parent.end; ) {
    const box = readBox(moov, start, parent.end);
    // A size of 0 would reach to the end of the file, wherever the index is put.
    const isBroken = box === undefined || box.end > parent.end || moov.readUInt32BE(start) === 0;
    if (isBroken) throw new NotMovableError("its index is broken");
    const { type, content, end } = box;
    const obstacle = obstacles[type];
    if (obstacle !== undefined) throw new NotMovableError(obstacle);
    const bytes = moov.subarray(start, end);
    if (parents[type] === parent.type) parts.push({ type, parts: readParts(moov, box) });
    else if (parent.type === "stbl" && (type === "stco" || type === "co64")) {
      parts.push(readTable(moov, box));
    } else {
      if (type === "dref" && pointsElsewhere(moov, box)) {
        throw new NotMovableError("a part of it is in another file");
      }
      // Items of a `meta` box may lie anywhere in the file (§8.11.3).
      if ((type === "meta" || type === "udta") && moov.subarray(content, end).includes("iloc")) {
        throw new NotMovableError("it holds items besides its tracks");
      }
      parts.push(bytes);
    }
    start = end;
  }
  return parts;
}

function readTable(moov: Buffer, { type, content, end }: Box): OffsetTable {
  const isLong = type === "co64";
  const first = content + 8;
  const count = end < first ? -1 : moov.readUInt32BE(content + 4);
  const width = isLong ? 8 : 4;
  if (count < 0 || count * width > end - first) throw new NotMovableError("its index is broken");
  const offsets = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const place = first + index * width;
    offsets[index] = isLong ? Number(moov.readBigUInt64BE(place)) : moov.readUInt32BE(place);
  }
  return { isLong, version: moov.subarray(content, content + 4), offsets };
}

/** Whether a data reference (§8.7.2) names another file: its flag for "in this file" isn't set. */
function pointsElsewhere(moov: Buffer, { content, end }: Box): boolean {
  for (let start = content + 8; start < end; ) {
    const entry = readBox(moov.subarray(0, end), start, end);
    if (entry === undefined || entry.content + 4 > end) return true;
    if ((moov.readUInt32BE(entry.content) & 1) === 0) return true;
    start = entry.end;
  }
  return false;
}

/** All tables of an index, in order. */
export function tablesOf({ parts }: IndexBox): OffsetTable[] {
  return parts.flatMap((part) => {
    if (Buffer.isBuffer(part)) return [];
    return "offsets" in part ? [part] : tablesOf(part);
  });
}

/** The index with every table in 64 bits: for offsets that 32 can't hold. */
export function withLongOffsets({ type, parts }: IndexBox): IndexBox {
  const widened = parts.map((part) => {
    if (Buffer.isBuffer(part)) return part;
    return "offsets" in part ? { ...part, isLong: true } : withLongOffsets(part);
  });
  return { type, parts: widened };
}

/** How many bytes `writeIndex` makes of a part. */
export function sizeOfIndex(part: IndexBox["parts"][number]): number {
  if (Buffer.isBuffer(part)) return part.length;
  if ("offsets" in part) return 16 + part.offsets.length * (part.isLong ? 8 : 4);
  return part.parts.reduce((sum, inner) => sum + sizeOfIndex(inner), 8);
}

/** The index's bytes. @param relocate where an offset's chunk is now */
export function writeIndex(index: IndexBox, relocate: (offset: number) => number): Buffer {
  const bytes = Buffer.alloc(sizeOfIndex(index));
  writePart(bytes, 0, index, relocate);
  return bytes;
}

function writePart(
  bytes: Buffer,
  start: number,
  part: IndexBox["parts"][number],
  relocate: (offset: number) => number,
): number {
  if (Buffer.isBuffer(part)) return start + part.copy(bytes, start);
  bytes.writeUInt32BE(sizeOfIndex(part), start);
  if ("parts" in part) {
    bytes.write(part.type, start + 4, "latin1");
    return part.parts.reduce((end, inner) => writePart(bytes, end, inner, relocate), start + 8);
  }
  const { isLong, version, offsets } = part;
  bytes.write(isLong ? "co64" : "stco", start + 4, "latin1");
  version.copy(bytes, start + 8);
  bytes.writeUInt32BE(offsets.length, start + 12);
  let place = start + 16;
  for (const offset of offsets) {
    place = isLong
      ? bytes.writeBigUInt64BE(BigInt(relocate(offset)), place)
      : bytes.writeUInt32BE(relocate(offset), place);
  }
  return place;
}
