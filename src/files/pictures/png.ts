import { textAt, viewOf } from "../byte-reader.ts";
import { broken, type FileFault, truncated } from "../file-fault.ts";

/** Length, type and checksum of a chunk, in bytes. */
const chunkOverhead = 12;

/** PNG (Third Edition) §5.3 and §5.6: chunks from IHDR to IEND, each with a checksum. */
export function checkPng(bytes: Uint8Array): FileFault | undefined {
  const view = viewOf(bytes);
  let hasData = false;
  for (let offset = 8; offset < bytes.length; ) {
    if (offset + chunkOverhead > bytes.length) return truncated();
    const size = view.getUint32(offset);
    const end = offset + chunkOverhead + size;
    if (end > bytes.length) return truncated(end - bytes.length);
    const type = textAt(bytes, offset + 4);
    if (crc32(bytes.subarray(offset + 4, end - 4)) !== view.getUint32(end - 4)) {
      return broken("its bytes were changed: a checksum is wrong");
    }
    if (type === "IEND") return hasData ? undefined : broken("it has no image data");
    hasData ||= type === "IDAT";
    offset = end;
  }
  return truncated();
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as PNG uses it (§5.5 and Annex D). */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
