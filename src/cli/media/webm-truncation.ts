import { open } from "node:fs/promises";

/** The element ID of a WebM file's Segment (RFC 9559 §5.1). */
const segmentId = 0x18538067;

/** More than the EBML header and the Segment's own header need, in bytes. */
const maxHeaderSize = 4096;

/**
 * Counts the bytes that are missing at the end of a WebM file, by the size that its Segment declares
 * (RFC 8794 §4 and §6, RFC 9559 §5.1).
 * @returns 0 also if no size is declared, or if the file isn't WebM
 */
export async function missingWebMBytes(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(maxHeaderSize), 0, maxHeaderSize, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const header = readVint(bytes, 4);
    if (header?.value === undefined) return 0;
    const start = 4 + header.length + header.value;
    if (start + 4 > bytes.length || bytes.readUInt32BE(start) !== segmentId) return 0;
    const content = readVint(bytes, start + 4);
    if (content?.value === undefined) return 0;
    return Math.max(0, start + 4 + content.length + content.value - size);
  } finally {
    await file.close();
  }
}

/**
 * Reads a variable-size integer (RFC 8794 §4). @returns its length in bytes and its value, which is
 * undefined if all its bits are set: "unknown size" (§6.2). Undefined if the bytes hold no such integer.
 */
function readVint(
  bytes: Buffer,
  start: number,
): { length: number; value: number | undefined } | undefined {
  const length = Math.clz32(bytes[start] ?? 0) - 23;
  if (length > 8 || start + length > bytes.length) return undefined;
  let value = (bytes[start] ?? 0) & (0xff >> length);
  let isUnknown = value === 0xff >> length;
  for (const byte of bytes.subarray(start + 1, start + length)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { length, value: isUnknown || !Number.isSafeInteger(value) ? undefined : value };
}
