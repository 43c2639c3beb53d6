import { existsSync } from "node:fs";
import { mkdtemp, open, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import {
  ALL_FORMATS,
  Conversion,
  EncodedPacketSink,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputTrack,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { nodeFiles } from "../../../src/cli/manifests/node-files.ts";
import { openRanges } from "../../../src/cli/media/byte-ranges.ts";
import type { ByteRange } from "../../../src/inspection/media/byte-ranges.ts";
import { analyzeFastStart } from "../../../src/inspection/media/fast-start.ts";
import { root } from "../run.ts";

/** Builds films for the tests: with the index last, in fragments, with boxes in any order. */

/** A film of the demonstration library. Its index comes first. */
export const film = join(
  root,
  "media-manifests/how-did-we-get-here/criminalizing-migration/film.mp4",
);

/** Creates a folder with the same film as cameras write it, index last. @returns also its packets */
export async function createSlowFilm(): Promise<{
  folder: string;
  slow: string;
  packets: string[];
}> {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  const slow = join(folder, "slow.mp4");
  await remux(film, slow);
  return { folder, slow, packets: await readPackets(slow) };
}

/** Creates an MP4 box. @param isLong whether its size has 64 bits rather than 32 */
export function createBox(type: string, content: Buffer = Buffer.alloc(0), isLong = false): Buffer {
  const header = Buffer.alloc(isLong ? 16 : 8);
  header.write(type, 4, "latin1");
  if (isLong) {
    header.writeUInt32BE(1, 0);
    header.writeBigUInt64BE(BigInt(16 + content.length), 8);
  } else header.writeUInt32BE(8 + content.length, 0);
  return Buffer.concat([header, content]);
}

/** Copies a film's packets into a new file. By default, its index comes last, as cameras write it. */
export async function remux(
  from: string,
  to: string,
  fastStart: false | "in-memory" | "fragmented" = false,
): Promise<void> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(from) });
  const Format = to.endsWith(".mov") ? MovOutputFormat : Mp4OutputFormat;
  const output = new Output({
    format: new Format({ fastStart }),
    target: new FilePathTarget(to),
  });
  const conversion = await Conversion.init({ input, output });
  await conversion.execute();
  input.dispose();
}

/** The ranges to publish for a film whose index comes last. */
export async function movedRanges(path: string): Promise<readonly ByteRange[]> {
  const result = await analyzeFastStart(nodeFiles, path);
  if (result.state !== "moved") throw new Error(`It is ${JSON.stringify(result)}.`);
  return result.ranges;
}

/** Writes a film with its index moved to the start. */
export async function writeMoved(from: string, to: string): Promise<void> {
  await writeFile(to, await buffer(openRanges(await movedRanges(from))));
}

/** Reads every packet of every track of a film, each as a text of its time and bytes. */
export async function readPackets(path: string): Promise<string[]> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    const packets: string[] = [];
    for (const [number, track] of (await input.getTracks()).entries()) {
      packets.push(...(await readTrackPackets(track)).map((packet) => `${number} ${packet}`));
    }
    return packets;
  } finally {
    input.dispose();
  }
}

async function readTrackPackets(track: InputTrack): Promise<string[]> {
  const packets: string[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const bytes = Buffer.from(packet.data).toString("base64");
    packets.push(`${packet.type} ${packet.timestamp} ${packet.duration} ${bytes}`);
  }
  return packets;
}

/** Reads the boxes of a film that `remux` wrote, and where its data starts in the file. */
export async function readBoxes(path: string) {
  const bytes = await readFile(path);
  const boxes = new Map<string, { contentStart: number; whole: Buffer; content: Buffer }>();
  for (let start = 0; start < bytes.length; ) {
    const short = bytes.readUInt32BE(start);
    const end = start + (short === 1 ? Number(bytes.readBigUInt64BE(start + 8)) : short);
    const contentStart = start + (short === 1 ? 16 : 8);
    boxes.set(bytes.toString("latin1", start + 4, start + 8), {
      contentStart,
      whole: bytes.subarray(start, end),
      content: bytes.subarray(contentStart, end),
    });
    start = end;
  }
  const [ftyp, mdat, moov] = ["ftyp", "mdat", "moov"].map((type) => boxes.get(type));
  if (ftyp === undefined || mdat === undefined || moov === undefined)
    throw new Error(`${path} isn't a film.`);
  return {
    ftyp: ftyp.whole,
    data: mdat.content,
    dataStart: mdat.contentStart,
    moov: moov.whole,
  };
}

/** Adds a number to every chunk offset of an index. Finds the tables by their names, without a parser. */
export function shiftOffsets(moov: Buffer, difference: number): Buffer {
  const copy = Buffer.from(moov);
  for (let table = copy.indexOf("stco"); table !== -1; table = copy.indexOf("stco", table + 4)) {
    for (let entry = 0; entry < copy.readUInt32BE(table + 8); entry++) {
      const position = table + 12 + entry * 4;
      copy.writeUInt32BE(copy.readUInt32BE(position) + difference, position);
    }
  }
  return copy;
}

/** Writes bytes at positions of a file. The gaps between them need no space on the disk. */
export async function writeAt(
  path: string,
  ...parts: readonly (readonly [position: number, bytes: Buffer])[]
): Promise<void> {
  const file = await open(path, existsSync(path) ? "r+" : "w");
  try {
    for (const [position, bytes] of parts) await file.write(bytes, 0, bytes.length, position);
  } finally {
    await file.close();
  }
}
