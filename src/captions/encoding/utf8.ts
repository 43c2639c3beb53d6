/** Which bytes of a text are UTF-8 (RFC 3629), counted without decoding it. */

export interface Utf8Statistics {
  /** Letters of two to four bytes that are UTF-8. */
  sequences: number;
  /** Those among them that another encoding may mean: a capital and a closing mark, as in “SÍ”. */
  doubtful: number;
  /** Bytes above 127 that belong to no such letter. */
  strays: number;
  /** Where the first stray byte stands; -1 without one. */
  firstStray: number;
  /** Where the first byte above 127 stands; -1 without one. */
  firstHigh: number;
}

/** In the Windows encodings: … ’ “ ” – — » and the space that doesn't break. */
const closingMarks = new Set([0x85, 0x92, 0x93, 0x94, 0x96, 0x97, 0xbb, 0xa0]);

/** Counts what is UTF-8 in some bytes and what isn't. */
export function analyzeUtf8(bytes: Uint8Array): Utf8Statistics {
  const survey: Utf8Statistics = {
    sequences: 0,
    doubtful: 0,
    strays: 0,
    firstStray: -1,
    firstHigh: -1,
  };
  for (let index = 0; index < bytes.length; ) {
    if ((bytes[index] ?? 0) < 0x80) {
      index += 1;
      continue;
    }
    if (survey.firstHigh < 0) survey.firstHigh = index;
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      survey.sequences += 1;
      const isCapital = length === 2 && (bytes[index] ?? 0) > 0xc3;
      if (isCapital && closingMarks.has(bytes[index + 1] ?? 0)) survey.doubtful += 1;
      index += length;
    } else {
      if (survey.firstStray < 0) survey.firstStray = index;
      survey.strays += 1;
      index += 1;
    }
  }
  return survey;
}

/** How many bytes the letter at `index` has, or 0 where there is none (RFC 3629, section 4). */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  const second = bytes[index + 1] ?? 0;
  const continues = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (lead >= 0xc2 && lead <= 0xdf) return continues(index + 1) ? 2 : 0;
  let least = 0x80;
  let most = 0xbf;
  if (lead === 0xe0) least = 0xa0;
  else if (lead === 0xed) most = 0x9f;
  else if (lead === 0xf0) least = 0x90;
  else if (lead === 0xf4) most = 0x8f;
  if (second < least || second > most) return 0;
  if (lead >= 0xe0 && lead <= 0xef) return continues(index + 2) ? 3 : 0;
  if (lead >= 0xf0 && lead <= 0xf4) return continues(index + 2) && continues(index + 3) ? 4 : 0;
  return 0;
}
