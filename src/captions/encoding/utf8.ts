/** Counts the bytes of a text that are UTF-8 (RFC 3629), without decoding it. */

export interface Utf8Statistics {
  /** Valid sequences of two to four bytes. */
  readonly sequences: number;
  /** Those that are also plausible in a Windows encoding: a capital and a closing mark, as in “SÍ”. */
  readonly ambiguousSequences: number;
  /** Bytes above 127 that aren't part of a valid sequence. */
  readonly invalidBytes: number;
  /** The offset of the first invalid byte, or -1. */
  readonly firstInvalid: number;
  /** The offset of the first byte above 127, or -1. */
  readonly firstNonAscii: number;
}

/** The bytes that are … ’ “ ” – — » and the no-break space in the Windows encodings. */
const windowsClosingMarks = new Set([0x85, 0x92, 0x93, 0x94, 0x96, 0x97, 0xbb, 0xa0]);

/** Counts valid and invalid UTF-8 in a file. */
export function analyzeUtf8(bytes: Uint8Array): Utf8Statistics {
  let sequences = 0;
  let ambiguousSequences = 0;
  let invalidBytes = 0;
  let firstInvalid = -1;
  let firstNonAscii = -1;
  for (let index = 0; index < bytes.length; ) {
    if ((bytes[index] ?? 0) < 0x80) {
      index += 1;
      continue;
    }
    if (firstNonAscii < 0) firstNonAscii = index;
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      sequences += 1;
      // 0xC2 and 0xC3 begin the UTF-8 sequences of most accented letters, so they aren't ambiguous.
      const beginsWithCapital = length === 2 && (bytes[index] ?? 0) > 0xc3;
      if (beginsWithCapital && windowsClosingMarks.has(bytes[index + 1] ?? 0)) {
        ambiguousSequences += 1;
      }
      index += length;
    } else {
      if (firstInvalid < 0) firstInvalid = index;
      invalidBytes += 1;
      index += 1;
    }
  }
  return { sequences, ambiguousSequences, invalidBytes, firstInvalid, firstNonAscii };
}

/** The length in bytes of the sequence at `index`, or 0 if it isn't valid (RFC 3629, section 4). */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  const second = bytes[index + 1] ?? 0;
  const isContinuation = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (lead >= 0xc2 && lead <= 0xdf) return isContinuation(index + 1) ? 2 : 0;
  let minSecond = 0x80;
  let maxSecond = 0xbf;
  if (lead === 0xe0) minSecond = 0xa0;
  else if (lead === 0xed) maxSecond = 0x9f;
  else if (lead === 0xf0) minSecond = 0x90;
  else if (lead === 0xf4) maxSecond = 0x8f;
  if (second < minSecond || second > maxSecond) return 0;
  if (lead >= 0xe0 && lead <= 0xef) return isContinuation(index + 2) ? 3 : 0;
  if (lead >= 0xf0 && lead <= 0xf4) {
    return isContinuation(index + 2) && isContinuation(index + 3) ? 4 : 0;
  }
  return 0;
}
