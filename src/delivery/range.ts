/** A range of bytes as a `Range` header gives it, before the size of the file is known. */
export type ByteRange =
  | { readonly first: number; readonly last: number | undefined }
  | { readonly suffix: number };

/**
 * Parses a `Range` header (RFC 9110 §14.2). Only a single range is supported: no browser's player asks for
 * several, and a server may answer those, like every malformed range, with the whole file.
 * @returns undefined if the header must be ignored
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

/** Whether no file of any size can satisfy the range, so that R2 needn't be called. */
export function isUnsatisfiable(range: ByteRange): boolean {
  return "suffix" in range ? range.suffix === 0 : range.first >= Number.MAX_SAFE_INTEGER;
}

/** The range in R2's form. */
export function toR2Range(range: ByteRange): R2Range {
  if ("suffix" in range) return { suffix: range.suffix };
  if (range.last === undefined) return { offset: range.first };
  return { offset: range.first, length: range.last - range.first + 1 };
}

/**
 * The first and the last byte of a range in a file of a known size (RFC 9110 §14.1.2).
 * @returns undefined if the range can't be satisfied (416)
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
