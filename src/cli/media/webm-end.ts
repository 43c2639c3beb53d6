import { open } from "node:fs/promises";

const segment = 0x18538067;

/**
 * How many bytes a WebM file lacks at its end, by what its segment says of its own size (RFC 8794 §4
 * and §6, RFC 9559 §5.1). @returns 0 also where it doesn't say, or where it is no WebM
 */
export async function missingWebMBytes(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const header = readVint(bytes, 4);
    if (header?.value === undefined) return 0;
    const start = 4 + header.length + header.value;
    if (start + 4 > bytes.length || bytes.readUInt32BE(start) !== segment) return 0;
    const content = readVint(bytes, start + 4);
    if (content?.value === undefined) return 0;
    return Math.max(0, start + 4 + content.length + content.value - size);
  } finally {
    await file.close();
  }
}

/** A number of variable length; its value is undefined where all its bits say "not known". */
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
