import { textAt, viewOf } from "../byte-reader.ts";
import { broken, type FileFault, truncated } from "../file-fault.ts";
import { checkPng } from "./png.ts";

/**
 * Checks that a picture is complete, from its first byte to its end marker.
 * @param bytes the whole file
 * @param extension of its format: png, jpg, webp or avif
 */
export function checkPicture(bytes: Uint8Array, extension: string): FileFault | undefined {
  if (extension === "png") return checkPng(bytes);
  if (extension === "jpg") return checkJpeg(bytes);
  if (extension === "webp") return checkWebp(bytes);
  return checkAvif(bytes);
}

/** Markers without a length: restart markers, and one of arithmetic coding (ITU-T T.81 Table B.1). */
function isBareMarker(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** JPEG (ITU-T T.81 §B.1): segments and scans until the end-of-image marker. */
function checkJpeg(bytes: Uint8Array): FileFault | undefined {
  let hasScan = false;
  for (let offset = 2; ; ) {
    // What isn't a marker is a scan's data, in which FF is followed by 00.
    const start = bytes.indexOf(0xff, offset);
    const marker = start === -1 ? undefined : bytes[start + 1];
    if (marker === undefined) return truncated();
    if (marker === 0xff) {
      offset = start + 1;
    } else if (marker === 0 || isBareMarker(marker)) {
      offset = start + 2;
    } else if (marker === 0xd9) {
      return hasScan ? undefined : broken("it has no image data");
    } else {
      if (start + 4 > bytes.length) return truncated();
      hasScan ||= marker === 0xda;
      offset = start + 2 + viewOf(bytes).getUint16(start + 2);
    }
  }
}

/** WebP (RFC 9649 §2.3–2.7): a RIFF chunk that holds a picture or frames. */
function checkWebp(bytes: Uint8Array): FileFault | undefined {
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return truncated(end - bytes.length);
  for (let offset = 12; offset + 8 <= end; ) {
    const type = textAt(bytes, offset);
    const size = view.getUint32(offset + 4, true);
    if (offset + 8 + size > end) return broken("a part of it reaches beyond its end");
    if (["VP8 ", "VP8L", "ANMF"].includes(type)) return undefined;
    offset += 8 + size + (size % 2);
  }
  return broken("it has no image data");
}

/** AVIF (ISO/IEC 14496-12 §4.2): boxes up to the file's end, with an index and image data. */
function checkAvif(bytes: Uint8Array): FileFault | undefined {
  const view = viewOf(bytes);
  const types = new Set<string>();
  for (let offset = 0; offset + 8 <= bytes.length; ) {
    const short = view.getUint32(offset);
    const isLong = short === 1 && offset + 16 <= bytes.length;
    const size = isLong ? Number(view.getBigUint64(offset + 8)) : short || bytes.length - offset;
    types.add(textAt(bytes, offset + 4));
    if (size < 8) return broken("its parts don't fit together");
    if (offset + size > bytes.length) return truncated(offset + size - bytes.length);
    offset += size;
  }
  if (!types.has("meta") && !types.has("moov")) return truncated();
  return types.has("mdat") || textAt(bytes, 0, bytes.length).includes("idat")
    ? undefined
    : truncated();
}
