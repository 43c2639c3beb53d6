import { viewOf } from "../byte-reader.ts";
import type { Box } from "./boxes.ts";

/** A table of entries of one width (ISO/IEC 14496-12 §8.6 and §8.7). */
interface Table {
  readonly count: number;
  /** The number at a column of an entry, each column being 32 bits. */
  at(entry: number, column?: number): number;
}

/** Tables by box type: where the number of entries is in the content, and their width in bytes. */
const layouts: Readonly<Record<string, readonly [countAt: number, width: number]>> = {
  stts: [4, 8],
  ctts: [4, 8],
  stss: [4, 4],
  stsc: [4, 12],
  stco: [4, 4],
  co64: [4, 8],
};

/** By how many samples the tables of a track may differ: some editors cut them carelessly. */
const maxExcess = 1000;

/**
 * Finds where a track's last sample ends, by the tables of its index.
 * @param bytes the index
 * @param boxes those in the track's `stbl`
 * @param fileSize in bytes
 * @returns a position in the file; undefined if a table claims more than the file can have
 */
export function findSampleEnd(
  bytes: Uint8Array,
  boxes: readonly Box[],
  fileSize: number,
): number | undefined {
  const tables = new Map<string, Table>();
  for (const box of boxes) {
    const layout = layouts[box.type];
    if (layout === undefined) continue;
    const table = readTable(bytes, box, ...layout);
    if (table === undefined) return undefined;
    tables.set(box.type, table);
  }
  const sizes = boxes.find(({ type }) => type === "stsz");
  const runs = tables.get("stsc");
  const short = tables.get("stco");
  const chunks = short ?? tables.get("co64");
  if (sizes === undefined || runs === undefined || chunks === undefined) return 0;
  const samples = readSampleSizes(bytes, sizes, fileSize);
  if (samples === undefined) return undefined;
  const hasTooMany = ["stts", "ctts"].some((type) => {
    const times = tables.get(type);
    return times !== undefined && countSamples(times) > samples.count + maxExcess;
  });
  if (hasTooMany || !isWithin(runs, samples.count)) return undefined;
  const offsetOf = (chunk: number) =>
    short === undefined ? chunks.at(chunk) * 2 ** 32 + chunks.at(chunk, 1) : chunks.at(chunk);
  return endOfChunks(chunks.count, offsetOf, runs, samples);
}

function endOfChunks(
  chunkCount: number,
  offsetOf: (chunk: number) => number,
  runs: Table,
  samples: SampleSizes,
): number {
  let end = 0;
  let sample = 0;
  let run = 0;
  for (let chunk = 0; chunk < chunkCount && sample < samples.count; chunk++) {
    // A run of chunks with as many samples starts at a chunk, counted from 1 (§8.7.4).
    while (run + 1 < runs.count && runs.at(run + 1) <= chunk + 1) run += 1;
    const count = Math.min(run < runs.count ? runs.at(run, 1) : 0, samples.count - sample);
    end = Math.max(end, offsetOf(chunk) + samples.lengthOf(sample, count));
    sample += count;
  }
  return end;
}

interface SampleSizes {
  readonly count: number;
  /** The length of some samples in a row, in bytes. */
  lengthOf(first: number, count: number): number;
}

/** Sample sizes (§8.7.3.2): one for all, or one for each. */
function readSampleSizes(
  bytes: Uint8Array,
  { content, end }: Box,
  fileSize: number,
): SampleSizes | undefined {
  if (content + 12 > end) return undefined;
  const view = viewOf(bytes);
  const size = view.getUint32(content + 4);
  const count = view.getUint32(content + 8);
  if (size !== 0) {
    return count > fileSize ? undefined : { count, lengthOf: (_, number) => number * size };
  }
  if (content + 12 + count * 4 > end) return undefined;
  const lengthOf = (first: number, number: number) => {
    let length = 0;
    for (let sample = first; sample < first + number; sample++) {
      length += view.getUint32(content + 12 + sample * 4);
    }
    return length;
  };
  return { count, lengthOf };
}

/** Whether no chunk claims more samples than there are. */
function isWithin(runs: Table, sampleCount: number): boolean {
  for (let run = 0; run < runs.count; run++) {
    if (runs.at(run, 1) > sampleCount + maxExcess) return false;
  }
  return true;
}

/** How many samples the times are given for (§8.6.1.2), or the differences between decoding and showing (§8.6.1.3). */
function countSamples(times: Table): number {
  let count = 0;
  for (let entry = 0; entry < times.count; entry++) count += times.at(entry);
  return count;
}

/** @returns undefined if the table claims more entries than its box has */
function readTable(
  bytes: Uint8Array,
  { content, end }: Box,
  countAt: number,
  width: number,
): Table | undefined {
  const first = content + countAt + 4;
  if (first > end) return undefined;
  const view = viewOf(bytes);
  const count = view.getUint32(content + countAt);
  if (first + count * width > end) return undefined;
  return { count, at: (entry, column = 0) => view.getUint32(first + entry * width + column * 4) };
}
