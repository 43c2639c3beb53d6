import { type ByteReader, viewOf, WindowReader } from "../byte-reader.ts";
import { broken, type FileFault, truncated } from "../file-fault.ts";
import { type Box, listBoxes, readTopBoxes } from "./boxes.ts";
import { findSampleEnd } from "./sample-tables.ts";

/** That of a film of a day has about 30 MB. In bytes. */
const maxIndexSize = 256 * 1024 * 1024;
/** Far above what editors write. Whoever reads a film compares its tracks with each other. */
const maxTracks = 200;
const maxIndexes = 16;
/** The index of a fragment, which lasts some seconds, in bytes. */
const maxFragmentIndexSize = 16 * 1024 * 1024;

/** Boxes that hold boxes, with the only parent in which each is valid (ISO/IEC 14496-12 §6.2.3). */
const parents: Readonly<Record<string, string>> = {
  trak: "moov",
  mvex: "moov",
  mdia: "trak",
  minf: "mdia",
  stbl: "minf",
  traf: "moof",
};

/**
 * Checks the structure of an MP4 or QuickTime file: boxes are nested as they may be, no table claims more
 * than there is, and all samples are within the file. Each index is read once.
 */
export async function checkMp4(reader: ByteReader): Promise<FileFault | undefined> {
  const boxes = await readTopBoxes(reader);
  if (boxes === undefined) return broken("it has more parts than a film");
  const { size } = reader;
  const last = boxes.at(-1)?.end ?? 0;
  if (last > size) return truncated(last - size);
  const indexes = boxes.filter(({ type }) => type === "moov");
  if (indexes.length > maxIndexes) return broken("it has more indexes than a film");
  for (const box of indexes) {
    if (box.end - box.start > maxIndexSize) return broken("its index is too large");
    const fault = checkIndex(await reader.read(box.start, box.end), size);
    if (fault !== undefined) return fault;
  }
  return checkFragments(reader, boxes);
}

function checkIndex(moov: Uint8Array, size: number): FileFault | undefined {
  const found = collectBoxes(moov);
  if (found === undefined) return broken("its index is damaged");
  const countOf = (wanted: string) => found.filter(({ type }) => type === wanted).length;
  if (Math.max(countOf("trak"), countOf("stbl")) > maxTracks) {
    return broken(`it has more than ${maxTracks} tracks`);
  }
  const tracks = Map.groupBy(
    found.filter(({ parent }) => parent?.type === "stbl"),
    ({ parent }) => parent,
  );
  let end = 0;
  for (const tables of tracks.values()) {
    const sampleEnd = findSampleEnd(moov, tables, size);
    if (sampleEnd === undefined) return broken("its index claims more than the file has");
    end = Math.max(end, sampleEnd);
  }
  return end > size ? truncated(end - size) : undefined;
}

interface NestedBox extends Box {
  readonly parent: NestedBox | undefined;
}

/**
 * The boxes of an index, each with its parent; of those that hold boxes, only those that lead to tables
 * are opened, so that the depth is bounded.
 * @param bytes one whole box
 * @returns undefined if they don't fit together
 */
function collectBoxes(bytes: Uint8Array): NestedBox[] | undefined {
  const [outer] = listBoxes(bytes, 0, bytes.length) ?? [];
  if (outer === undefined) return undefined;
  const found: NestedBox[] = [{ ...outer, parent: undefined }];
  // Boxes are appended while the list is read.
  for (const box of found) {
    const isOpened = box.parent === undefined || parents[box.type] !== undefined;
    if (!isOpened) continue;
    const children = listBoxes(bytes, box.content, box.end);
    if (children === undefined) return undefined;
    for (const child of children) {
      const parent = parents[child.type];
      if (parent !== undefined && parent !== box.type) return undefined;
      found.push({ ...child, parent: box });
    }
  }
  return found;
}

/** Fragments (§8.8): each index is small, and together they name no more samples than the file has bytes. */
async function checkFragments(
  reader: ByteReader,
  boxes: readonly Box[],
): Promise<FileFault | undefined> {
  let samples = 0;
  const file = new WindowReader(reader);
  for (const box of boxes) {
    if (box.type !== "moof" && box.type !== "sidx") continue;
    if (box.end - box.start > maxFragmentIndexSize) return broken("its index is too large");
    const bytes = await file.load(box.start, box.end - box.start);
    if (box.type === "sidx") {
      const end = box.end + segmentsLength(bytes.subarray(box.content - box.start));
      if (end > reader.size) return truncated(end - reader.size);
      continue;
    }
    const found = collectBoxes(bytes);
    if (found === undefined) return broken("its index is damaged");
    for (const { type, content, end } of found) {
      if (type === "trun" && end >= content + 8) samples += viewOf(bytes).getUint32(content + 4);
    }
    if (samples > reader.size) return broken("its index claims more than the file has");
  }
  return undefined;
}

/** How many bytes follow a segment index (§8.16.3), by the segments that it lists. */
function segmentsLength(content: Uint8Array): number {
  const view = viewOf(content);
  if (content.length < 24) return 0;
  const isLong = content[0] === 1;
  const list = isLong ? 28 : 20;
  if (content.length < list + 4) return 0;
  const offset = isLong ? Number(view.getBigUint64(20)) : view.getUint32(16);
  const count = Math.min(view.getUint16(list + 2), Math.floor((content.length - list - 4) / 12));
  let length = offset;
  for (let index = 0; index < count; index++) {
    length += view.getUint32(list + 4 + index * 12) & 0x7fffffff;
  }
  return length;
}
