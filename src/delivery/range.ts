/** One stretch of bytes, as a `Range` header names it before the size is known. */
export type ByteRange =
  | { readonly first: number; readonly last: number | undefined }
  | { readonly suffix: number };

/**
 * Reads a `Range` header (RFC 9110 §14.2). Only a single range of bytes is answered with a part:
 * no browser's player asks for several, and a server may answer those, like every malformed range,
 * with the whole.
 * @returns undefined where the header is to be ignored
 */
export function parseRange(header: string | undefined): ByteRange | undefined {
  const match = /^bytes=[\t ]*(\d*)-(\d*)[\t ]*$/i.exec(header ?? "");
  if (match === null) return undefined;
  const [, first = "", last = ""] = match;
  if (first === "") return last === "" ? undefined : { suffix: toCount(last) };
  const range = { first: toCount(first), last: last === "" ? undefined : toCount(last) };
  return range.last !== undefined && range.last < range.first ? undefined : range;
}

/** Digits as a number that is exact, or larger than any file. */
function toCount(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}

/** Whether no file, however large, could hold the range: R2 isn't asked then. */
export function isUnsatisfiable(range: ByteRange): boolean {
  return "suffix" in range ? range.suffix === 0 : range.first >= Number.MAX_SAFE_INTEGER;
}

/** The range as R2 takes it. */
export function toR2Range(range: ByteRange): R2Range {
  if ("suffix" in range) return { suffix: range.suffix };
  if (range.last === undefined) return { offset: range.first };
  return { offset: range.first, length: range.last - range.first + 1 };
}

/**
 * The first and the last byte of a range in a file of a known size (RFC 9110 §14.1.2).
 * @returns undefined where the range can't be satisfied: 416
 */
export function resolveRange(
  range: ByteRange,
  size: number,
): { first: number; last: number } | undefined {
  if ("suffix" in range) {
    const length = Math.min(range.suffix, size);
    return length === 0 ? undefined : { first: size - length, last: size - 1 };
  }
  if (range.first >= size) return undefined;
  return { first: range.first, last: Math.min(range.last ?? size, size - 1) };
}
