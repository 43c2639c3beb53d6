/** A picture's format, as its extension, and its size in pixels. */
export interface ImageSize {
  readonly format: "png" | "jpg" | "webp";
  readonly width: number;
  readonly height: number;
}

/** How many bytes at a file's start contain the size, even after a camera's metadata. */
export const imageHeaderLength = 256 * 1024;

/**
 * Reads a picture's size from its header.
 * @param bytes the start of the file, at most `imageHeaderLength` bytes
 * @returns undefined if it isn't a PNG, JPEG or WebP, or if the header is truncated
 */
export function readImageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPng(view) ?? readWebp(view) ?? readJpeg(view);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the header ends before the size
    throw error;
  }
}

/** PNG (Third Edition) §5.3 and §11.2.1: the first chunk is IHDR. */
function readPng(view: DataView): ImageSize | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  return sizeOf("png", view.getUint32(16), view.getUint32(20));
}

/** WebP container (RFC 9649 §2.4–2.7): a lossy, a lossless or an extended first chunk. */
function readWebp(view: DataView): ImageSize | undefined {
  if (textAt(view, 0) !== "RIFF" || textAt(view, 8) !== "WEBP") return undefined;
  switch (textAt(view, 12)) {
    case "VP8 ":
      return sizeOf("webp", view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return sizeOf("webp", (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case "VP8X":
      return sizeOf("webp", uint24(view, 24) + 1, uint24(view, 27) + 1);
    default:
      return undefined;
  }
}

/** JPEG (ITU-T T.81 §B.1–B.2): segments until a start of frame, which holds the size. */
function readJpeg(view: DataView): ImageSize | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  let offset = 2;
  for (;;) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1; // a fill byte
      continue;
    }
    // C0–CF start a frame, except C4 (Huffman tables), C8 (reserved) and CC (arithmetic coding).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return sizeOf("jpg", view.getUint16(offset + 7), view.getUint16(offset + 5));
    }
    offset += 2 + view.getUint16(offset + 2);
  }
}

function sizeOf(format: ImageSize["format"], width: number, height: number) {
  return width > 0 && height > 0 ? { format, width, height } : undefined;
}

function textAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

function uint24(view: DataView, offset: number): number {
  return view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);
}
