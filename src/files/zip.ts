/** Writes ZIP archives (PKWARE, APPNOTE.TXT 6.3.10), each file as soon as it is known: without ZIP64, so below 4 GiB. */
import { deflateSync } from "fflate";

/** A file whose bytes are all there. */
export interface ZipFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether to store it without compression: media, pictures and PDFs hardly become smaller. */
  readonly stored: boolean;
}

/** A file whose bytes are read when it is its turn to be written. */
export interface ZipEntry {
  readonly path: string;
  /** As of `ZipFile`. A file that isn't stored is compressed as a whole, so its chunks are held together in memory. */
  readonly stored: boolean;
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What the central directory says of a file. */
interface WrittenFile {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** Names are UTF-8 (4.4.4, bit 11). */
const utf8Names = 0x800;
/** Size and checksum follow the file's bytes (4.4.4, bit 3). */
const sizeFollows = 0x8;
/** The version that is needed to read DEFLATE (4.4.3). */
const version = 20;
const maxOffset = 0xffff_ffff;

/**
 * An archive of files that are all there.
 * @param time the modification time of every file, without a zone: `2026-11-01T00:00:00`
 * @param level of DEFLATE, from 1 (fast) to 9 (small)
 */
export function zip(
  files: readonly ZipFile[],
  time: string,
  level: number,
): Uint8Array<ArrayBuffer> {
  const writer = new ZipWriter(time, level);
  return concatenate([...files.flatMap((file) => writer.write(file)), writer.end()]);
}

/**
 * An archive in chunks. An entry is read when the chunks before it were taken. The same entries and time give the same
 * bytes.
 * @param time as in `zip`
 * @param level as in `zip`
 */
export async function* zipChunks(
  entries: readonly ZipEntry[],
  time: string,
  level: number,
): AsyncGenerator<Uint8Array, undefined> {
  const writer = new ZipWriter(time, level);
  for (const { path, stored, chunks } of entries) {
    if (stored) {
      yield writer.begin(path);
      for await (const chunk of chunks()) yield writer.push(chunk);
      yield writer.finish();
    } else {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks()) parts.push(chunk);
      yield* writer.write({ path, bytes: concatenate(parts), stored });
    }
  }
  yield writer.end();
}

/** Holds what an archive's end has to say of its files. */
class ZipWriter {
  private readonly files: WrittenFile[] = [];
  private offset = 0;
  private open: { readonly name: Uint8Array; crc: number; size: number } | undefined;
  private readonly level: number;
  private readonly dosTime: number;

  constructor(time: string, level: number) {
    this.level = level;
    this.dosTime = dosTimeOf(time);
  }

  /** A whole file: its header and its bytes. */
  write({ path, bytes, stored }: ZipFile): Uint8Array[] {
    const content = stored ? bytes : deflateSync(bytes, { level: this.level as 1 });
    const file: WrittenFile = {
      name: new TextEncoder().encode(path),
      flags: utf8Names,
      method: stored ? 0 : 8,
      crc: crc32(bytes, 0),
      compressedSize: content.length,
      size: bytes.length,
      offset: this.offset,
    };
    const header = this.localHeader(file);
    this.files.push(file);
    this.offset += header.length + content.length;
    return [header, content];
  }

  /** The header of a stored file whose bytes follow by `push`. */
  begin(path: string): Uint8Array {
    const name = new TextEncoder().encode(path);
    this.open = { name, crc: 0, size: 0 };
    const flags = utf8Names | sizeFollows;
    const sizes = { crc: 0, compressedSize: 0, size: 0 };
    return this.localHeader({ name, flags, method: 0, ...sizes, offset: this.offset });
  }

  push(chunk: Uint8Array): Uint8Array {
    if (this.open === undefined) throw new Error("no file was begun");
    this.open.crc = crc32(chunk, this.open.crc);
    this.open.size += chunk.length;
    return chunk;
  }

  /** The data descriptor after the bytes of a stored file (4.3.9). */
  finish(): Uint8Array {
    if (this.open === undefined) throw new Error("no file was begun");
    const { name, crc, size } = this.open;
    const flags = utf8Names | sizeFollows;
    this.files.push({
      ...{ name, flags, method: 0, crc, size },
      ...{ compressedSize: size, offset: this.offset },
    });
    const descriptor = fields([0x0807_4b50, 4], [crc, 4], [size, 4], [size, 4]);
    this.offset += localHeaderLength + name.length + size + descriptor.length;
    this.open = undefined;
    return descriptor;
  }

  /** The central directory and its end (4.3.12, 4.3.16). */
  end(): Uint8Array {
    const headers = this.files.map((file) =>
      concatenate([
        fields([0x0201_4b50, 4], [version, 2]),
        this.commonFields(file),
        fields([0, 2], [0, 2], [0, 2], [0, 4], [file.offset, 4]),
        file.name,
      ]),
    );
    const directory = concatenate(headers);
    if (this.offset + directory.length > maxOffset) throw new Error("a ZIP archive over 4 GiB");
    const count = this.files.length;
    const disks = fields([0x0605_4b50, 4], [0, 2], [0, 2], [count, 2], [count, 2]);
    const place = fields([directory.length, 4], [this.offset, 4], [0, 2]);
    return concatenate([directory, disks, place]);
  }

  private localHeader(file: WrittenFile): Uint8Array {
    return concatenate([fields([0x0403_4b50, 4]), this.commonFields(file), file.name]);
  }

  /** What the local header and the directory both say of a file, in this order (4.3.7). */
  private commonFields({ name, flags, method, crc, compressedSize, size }: WrittenFile) {
    const sizes = fields([crc, 4], [compressedSize, 4], [size, 4], [name.length, 2], [0, 2]);
    return concatenate([fields([version, 2], [flags, 2], [method, 2], [this.dosTime, 4]), sizes]);
  }
}

/** Of a local header, without the file's name. */
const localHeaderLength = 30;

/** Numbers, the lowest byte first, each with its length in bytes. */
export function fields(
  ...numbers: (readonly [value: number, length: number])[]
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    numbers.flatMap(([value, length]) =>
      Array.from({ length }, (_, index) => (value >>> (8 * index)) & 0xff),
    ),
  );
}

/** Date and time as MS-DOS has them, to two seconds (4.4.6). */
function dosTimeOf(time: string): number {
  const date = new Date(`${time}Z`);
  const day =
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const clock =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | clock) >>> 0;
}

/** For each byte, what it changes in a checksum (ISO 3309, with the reversed polynomial 0xEDB88320). */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb8_8320 : 0);
  return value;
});

/** CRC-32 of bytes that follow others. @param before the checksum of those before, at first 0 */
export function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
