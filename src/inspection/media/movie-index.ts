import { textAt, viewOf } from "../../files/byte-reader.ts";
import { type Box, readBox } from "../../files/media/boxes.ts";

/**
 * A film's index (its `moov` box, ISO/IEC 14496-12 §8.2.1), or a box in it. Only boxes that contain tables
 * of chunk offsets are parsed; the rest stays bytes.
 */
export interface IndexBox {
  readonly type: string;
  readonly children: readonly IndexPart[];
}

/** Where a track's chunks start in the file: a `stco` or `co64` box (§8.7.5). */
export interface OffsetTable {
  /** Whether offsets have 64 bits (`co64`) rather than 32 (`stco`). */
  readonly isLong: boolean;
  /** The box's version and flags. */
  readonly version: Uint8Array;
  readonly offsets: Float64Array;
}

type IndexPart = IndexBox | OffsetTable | Uint8Array;

/** An index can't be moved. The message is the reason, as the end of a sentence with "because". */
export class NotMovableError extends Error {}

/** The boxes that lead to the offset tables, with the only parent in which each is valid. */
const parents: Readonly<Record<string, string>> = {
  trak: "moov",
  mdia: "trak",
  minf: "mdia",
  dinf: "minf",
  stbl: "minf",
};

/** Boxes with positions that aren't understood here, or that hide the index. */
const unsupportedBoxes: Readonly<Record<string, string>> = {
  mvex: "it is in fragments",
  cmov: "its index is compressed",
  saio: "it is encrypted",
};

/**
 * Parses an index.
 * @param moov the whole box, with its header
 * @throws NotMovableError if the index is invalid, or holds positions that can't be adjusted
 */
export function parseIndex(moov: Uint8Array): IndexBox {
  const box = readBox(moov, 0, moov.length);
  if (box?.type !== "moov" || box.end !== moov.length) {
    throw new NotMovableError("its index is broken");
  }
  return { type: "moov", children: parseChildren(moov, box) };
}

function parseChildren(moov: Uint8Array, parent: Box): IndexPart[] {
  const children: IndexPart[] = [];
  for (let start = parent.content; start < parent.end; ) {
    const box = readBox(moov, start, parent.end);
    // A size of 0 would mean "to the end of the file", wherever the index is moved to.
    const isBroken =
      box === undefined || box.end > parent.end || viewOf(moov).getUint32(start) === 0;
    if (isBroken) throw new NotMovableError("its index is broken");
    children.push(parseBox(moov, box, parent));
    start = box.end;
  }
  return children;
}

function parseBox(moov: Uint8Array, box: Box, parent: Box): IndexPart {
  const { type, start, content, end } = box;
  const reason = unsupportedBoxes[type];
  if (reason !== undefined) throw new NotMovableError(reason);
  if (parents[type] === parent.type) return { type, children: parseChildren(moov, box) };
  if (parent.type === "stbl" && (type === "stco" || type === "co64")) {
    return parseOffsetTable(moov, box);
  }
  if (type === "dref" && refersToOtherFile(moov, box)) {
    throw new NotMovableError("a part of it is in another file");
  }
  // Items of a `meta` box can be anywhere in the file (§8.11.3).
  if (
    (type === "meta" || type === "udta") &&
    textAt(moov, content, end - content).includes("iloc")
  ) {
    throw new NotMovableError("it contains other items in addition to its tracks");
  }
  return moov.subarray(start, end);
}

function parseOffsetTable(moov: Uint8Array, { type, content, end }: Box): OffsetTable {
  const isLong = type === "co64";
  const view = viewOf(moov);
  const first = content + 8;
  const count = end < first ? -1 : view.getUint32(content + 4);
  const width = isLong ? 8 : 4;
  if (count < 0 || count * width > end - first) throw new NotMovableError("its index is broken");
  const offsets = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const position = first + index * width;
    offsets[index] = isLong ? Number(view.getBigUint64(position)) : view.getUint32(position);
  }
  return { isLong, version: moov.subarray(content, content + 4), offsets };
}

/** Whether a data reference (§8.7.2) names another file: its flag for "in this file" isn't set. */
function refersToOtherFile(moov: Uint8Array, { content, end }: Box): boolean {
  for (let start = content + 8; start < end; ) {
    const entry = readBox(moov.subarray(0, end), start, end);
    if (entry === undefined || entry.content + 4 > end) return true;
    if ((viewOf(moov).getUint32(entry.content) & 1) === 0) return true;
    start = entry.end;
  }
  return false;
}

/** Lists all offset tables of an index, in order. */
export function listOffsetTables({ children }: IndexBox): OffsetTable[] {
  return children.flatMap((part) => {
    if (part instanceof Uint8Array) return [];
    return "offsets" in part ? [part] : listOffsetTables(part);
  });
}

/** The index with all tables in 64 bits, for offsets that don't fit into 32. */
export function withLongOffsets({ type, children }: IndexBox): IndexBox {
  const widened = children.map((part) => {
    if (part instanceof Uint8Array) return part;
    return "offsets" in part ? { ...part, isLong: true } : withLongOffsets(part);
  });
  return { type, children: widened };
}

/** The size of what `writeIndex` makes of a part, in bytes. */
export function indexSize(part: IndexPart): number {
  if (part instanceof Uint8Array) return part.length;
  if ("offsets" in part) return 16 + part.offsets.length * (part.isLong ? 8 : 4);
  return part.children.reduce((sum, child) => sum + indexSize(child), 8);
}

/** Writes an index as bytes. @param relocate returns the new offset of a chunk */
export function writeIndex(
  index: IndexBox,
  relocate: (offset: number) => number,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(indexSize(index));
  writePart(bytes, viewOf(bytes), 0, index, relocate);
  return bytes;
}

/** @returns the position after the part */
function writePart(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  part: IndexPart,
  relocate: (offset: number) => number,
): number {
  if (part instanceof Uint8Array) {
    bytes.set(part, start);
    return start + part.length;
  }
  view.setUint32(start, indexSize(part));
  if ("children" in part) {
    writeType(bytes, start + 4, part.type);
    return part.children.reduce(
      (position, child) => writePart(bytes, view, position, child, relocate),
      start + 8,
    );
  }
  const { isLong, version, offsets } = part;
  writeType(bytes, start + 4, isLong ? "co64" : "stco");
  bytes.set(version, start + 8);
  view.setUint32(start + 12, offsets.length);
  let position = start + 16;
  for (const offset of offsets) {
    if (isLong) view.setBigUint64(position, BigInt(relocate(offset)));
    else view.setUint32(position, relocate(offset));
    position += isLong ? 8 : 4;
  }
  return position;
}

/** Writes a box's type: four letters. */
function writeType(bytes: Uint8Array, start: number, type: string): void {
  for (let index = 0; index < type.length; index += 1)
    bytes[start + index] = type.charCodeAt(index);
}
