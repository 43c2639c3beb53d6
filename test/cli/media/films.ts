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
import { type BytePart, openParts } from "../../../src/cli/media/byte-ranges.ts";
import { fastStart } from "../../../src/cli/media/fast-start.ts";
import { root } from "../run.ts";

/** Films to break things with. */

/** The film of the demonstration, whose index comes first. */
export const film = join(
  root,
  "media-manifests/how-did-we-get-here/criminalizing-migration/film.mp4",
);

/** A folder with the same film as cameras write it, `slow.mp4`, and what it consists of. */
export async function slowFilm(): Promise<{ folder: string; slow: string; samples: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  const slow = join(folder, "slow.mp4");
  await remux(film, slow);
  return { folder, slow, samples: await packetsOf(slow) };
}

/** An MP4 box of a type around some content; `long` gives it a size of 64 bits. */
export function box(type: string, content: Buffer = Buffer.alloc(0), long = false): Buffer {
  const header = Buffer.alloc(long ? 16 : 8);
  header.write(type, 4, "latin1");
  if (long) {
    header.writeUInt32BE(1, 0);
    header.writeBigUInt64BE(BigInt(16 + content.length), 8);
  } else header.writeUInt32BE(8 + content.length, 0);
  return Buffer.concat([header, content]);
}

/** Copies a film's packets into a new file, as cameras write it (index last) or in another way. */
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

/** A film whose index comes last, as `fastStart` gives it. */
export async function piecesOf(path: string): Promise<readonly BytePart[]> {
  const result = await fastStart(path);
  if (result.state !== "moved") throw new Error(`It is ${JSON.stringify(result)}.`);
  return result.pieces;
}

/** Writes such a film with its index moved. */
export async function move(from: string, to: string): Promise<void> {
  await writeFile(to, await buffer(openParts(await piecesOf(from))));
}

/** Every packet of every track of a film: its time and its bytes. */
export async function packetsOf(path: string): Promise<string[]> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    const packets: string[] = [];
    for (const [number, track] of (await input.getTracks()).entries()) {
      packets.push(...(await packetsOfTrack(track)).map((packet) => `${number} ${packet}`));
    }
    return packets;
  } finally {
    input.dispose();
  }
}

async function packetsOfTrack(track: InputTrack): Promise<string[]> {
  const packets: string[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const bytes = Buffer.from(packet.data).toString("base64");
    packets.push(`${packet.type} ${packet.timestamp} ${packet.duration} ${bytes}`);
  }
  return packets;
}

/** The parts of a film that `remux` wrote. @returns with the place of its data in the file */
export async function takeApart(path: string) {
  const bytes = await readFile(path);
  const found = new Map<string, { place: number; whole: Buffer; content: Buffer }>();
  for (let start = 0; start < bytes.length; ) {
    const short = bytes.readUInt32BE(start);
    const end = start + (short === 1 ? Number(bytes.readBigUInt64BE(start + 8)) : short);
    const place = start + (short === 1 ? 16 : 8);
    const parts = { place, whole: bytes.subarray(start, end), content: bytes.subarray(place, end) };
    found.set(bytes.toString("latin1", start + 4, start + 8), parts);
    start = end;
  }
  const [ftyp, mdat, moov] = ["ftyp", "mdat", "moov"].map((type) => found.get(type));
  if (ftyp === undefined || mdat === undefined || moov === undefined) throw new Error("No film.");
  return { ftyp: ftyp.whole, data: mdat.content, place: mdat.place, moov: moov.whole };
}

/** An index with something added to every chunk offset; the tables are found without a reader of boxes. */
export function shifted(moov: Buffer, by: number): Buffer {
  const copy = Buffer.from(moov);
  for (let table = copy.indexOf("stco"); table !== -1; table = copy.indexOf("stco", table + 4)) {
    for (let entry = 0; entry < copy.readUInt32BE(table + 8); entry++) {
      const place = table + 12 + entry * 4;
      copy.writeUInt32BE(copy.readUInt32BE(place) + by, place);
    }
  }
  return copy;
}

/** Writes parts into a file at their places; what is between them takes no room on the disk. */
export async function writeAt(
  path: string,
  ...parts: readonly (readonly [place: number, bytes: Buffer])[]
): Promise<void> {
  const file = await open(path, existsSync(path) ? "r+" : "w");
  try {
    for (const [place, bytes] of parts) await file.write(bytes, 0, bytes.length, place);
  } finally {
    await file.close();
  }
}
