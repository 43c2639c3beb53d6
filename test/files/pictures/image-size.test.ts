import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImageSize } from "../../../src/files/pictures/image-size.ts";

/** Bytes from text (one byte a character) and numbers. */
function bytes(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ),
  );
}

const size = [0, 0, 0, 0];

describe("a picture's size is read from", () => {
  it("PNG", () => {
    const png = bytes("\x89PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR", [0, 0, 2, 128], [0, 0, 1, 104]);
    expect(readImageSize(png)).toEqual({ format: "png", width: 640, height: 360 });
  });

  it("JPEG, after a camera's metadata and tables", () => {
    const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];
    const tables = [0xff, 0xc4, 0, 4, 9, 9];
    const frame = [0xff, 0xff, 0xc2, 0, 17, 8, 1, 104, 2, 128, 3];
    const jpeg = bytes([0xff, 0xd8], exif, tables, frame);
    expect(readImageSize(jpeg)).toEqual({ format: "jpg", width: 640, height: 360 });
  });

  it("lossy WebP", () => {
    const frame = [0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0x68, 0x01];
    const webp = bytes("RIFF", size, "WEBPVP8 ", size, frame);
    expect(readImageSize(webp)).toEqual({ format: "webp", width: 640, height: 360 });
  });

  it("lossless WebP", () => {
    const bits = 639 | (359 << 14);
    const field = [bits & 255, (bits >>> 8) & 255, (bits >>> 16) & 255, bits >>> 24];
    const webp = bytes("RIFF", size, "WEBPVP8L", size, [0x2f], field);
    expect(readImageSize(webp)).toEqual({ format: "webp", width: 640, height: 360 });
  });

  it("extended WebP", () => {
    const canvas = [0x7f, 0x02, 0, 0x67, 0x01, 0];
    const webp = bytes("RIFF", size, "WEBPVP8X", size, [0, 0, 0, 0], canvas);
    expect(readImageSize(webp)).toEqual({ format: "webp", width: 640, height: 360 });
  });
});

describe("no size is read from", () => {
  it("a GIF, a text, a file of a few bytes", () => {
    for (const text of [
      "GIF89a\x01\0\x01\0 and more behind it",
      "not a picture at all",
      "\xff",
      "",
    ]) {
      expect(readImageSize(bytes(text))).toBeUndefined();
    }
  });

  it("any other bytes, without an exception", () => {
    const beginnings = [[], [0xff, 0xd8, 0xff], [...bytes("RIFF", size, "WEBPVP8")]];
    const file = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 60 }));
    fc.assert(
      fc.property(file, ([beginning, rest]) => {
        const found = readImageSize(Uint8Array.from([...beginning, ...rest]));
        expect(found === undefined || (found.width > 0 && found.height > 0)).toBe(true);
      }),
    );
  });
});
