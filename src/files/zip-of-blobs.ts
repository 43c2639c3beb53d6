/**
 * A ZIP archive (PKWARE, APPNOTE.TXT 6.3.10) of files that stay where they are: only headers are made, so that a film
 * is neither copied nor held in memory. Its files aren't compressed. What has 4 GiB or more is written as ZIP64 (4.3.9.2).
 */
import { concatenate, crc32, fields } from "./zip.ts";

/** How much of a file is read at a time for its checksum, in bytes. */
const windowSize = 4 * 1024 * 1024;
/** The largest number in a field of 4 bytes, which refers to the ZIP64 field of it (4.4.1.4). */
const inZip64 = 0xffff_ffff;
/** Names are UTF-8 (4.4.4, bit 11). */
const utf8Names = 0x800;
/** The version that is needed to read ZIP64 (4.4.3.2). */
const version = 45;
/** 1 January 1980, the first day that MS-DOS has (4.4.6). */
const firstDay = 0x21;

/**
 * @param files by their paths
 * @param maxSize sizes and offsets from here on are written as ZIP64: for tests
 * @throws if a file can't be read, or has changed since it was chosen
 */
export async function zipOfBlobs(
  files: ReadonlyMap<string, Blob>,
  maxSize = inZip64,
): Promise<Blob> {
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  const short = (value: number) => (value >= maxSize ? inZip64 : value);
  for (const [path, file] of files) {
    const name = Uint8Array.from(new TextEncoder().encode(path));
    const sizes = file.size >= maxSize ? [file.size, file.size] : [];
    const crc = await checksumOf(file);
    const common = (extra: Uint8Array) =>
      concatenate([
        fields([version, 2], [utf8Names, 2], [0, 2], [0, 2], [firstDay, 2], [crc, 4]),
        fields([short(file.size), 4], [short(file.size), 4], [name.length, 2], [extra.length, 2]),
      ]);
    const extra = zip64Extra(sizes);
    const header = [fields([0x0403_4b50, 4]), common(extra), name, extra];
    const all = zip64Extra([...sizes, ...(offset >= maxSize ? [offset] : [])]);
    directory.push(
      fields([0x0201_4b50, 4], [version, 2]),
      common(all),
      fields([0, 2], [0, 2], [0, 2], [0, 4], [short(offset), 4]),
      name,
      all,
    );
    parts.push(...header, file);
    offset += lengthOf(header) + file.size;
  }
  const end = endOf({ count: files.size, size: lengthOf(directory), offset, maxSize });
  return new Blob([...parts, ...directory, ...end], { type: "application/zip" });
}

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly maxSize: number;
}

/** The end of the central directory (4.3.14 to 4.3.16). */
function endOf({ count, size, offset, maxSize }: Directory): Uint8Array<ArrayBuffer>[] {
  const short = Math.min(count, 0xffff);
  const counts = [[short, 2] as const, [short, 2] as const];
  if (offset < maxSize && count < 0xffff) {
    return [fields([0x0605_4b50, 4], [0, 2], [0, 2], ...counts, [size, 4], [offset, 4], [0, 2])];
  }
  return [
    // 44 is the length of what follows in this record.
    fields([0x0606_4b50, 4], ...long(44), [version, 2], [version, 2], [0, 4], [0, 4]),
    fields(...long(count), ...long(count), ...long(size), ...long(offset)),
    fields([0x0706_4b50, 4], [0, 4], ...long(offset + size), [1, 4]),
    fields([0x0605_4b50, 4], [0, 2], [0, 2], ...counts, [inZip64, 4], [inZip64, 4], [0, 2]),
  ];
}

/** The field for numbers that don't fit elsewhere (4.5.3). Empty if there are none. */
function zip64Extra(values: readonly number[]): Uint8Array<ArrayBuffer> {
  if (values.length === 0) return new Uint8Array();
  return fields([1, 2], [8 * values.length, 2], ...values.flatMap(long));
}

/** A number of 8 bytes. */
function long(value: number): (readonly [value: number, length: number])[] {
  return [
    [value >>> 0, 4],
    [Math.floor(value / 2 ** 32), 4],
  ];
}

async function checksumOf(file: Blob): Promise<number> {
  let crc = 0;
  for (let start = 0; start < file.size; start += windowSize) {
    crc = crc32(new Uint8Array(await file.slice(start, start + windowSize).arrayBuffer()), crc);
  }
  return crc;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
