/** As many marks as the Stream-Safe Text Format of Unicode keeps together (UAX #15, section 13); no script needs more. */
const maxMarks = 30;
const excessMarks = new RegExp(`(\\p{M}{${maxMarks}})\\p{M}+`, "gu");
/** A code unit that is a mark, or half of one perhaps. */
const markUnit = /[\p{M}\uD800-\uDFFF]/u;
/** No mark is below this character. */
const firstMark = 0x300;

/**
 * A text in one of Unicode's normalization forms, in time proportional to its length. Of more than thirty combining
 * marks in a row the first thirty are kept: normalization sorts them, which takes the square of their number.
 */
export function normalizeText(text: string, form: "NFC" | "NFD" | "NFKC" = "NFC"): string {
  return (hasLongRun(text) ? text.replace(excessMarks, "$1") : text).normalize(form);
}

/** Whether there may be more marks in a row than are kept: a run of them has one at every 31st place. */
function hasLongRun(text: string): boolean {
  const isMark = (at: number) => text.charCodeAt(at) >= firstMark && markUnit.test(text.charAt(at));
  for (let at = maxMarks; at < text.length; at += maxMarks + 1) {
    if (!isMark(at)) continue;
    let start = at;
    while (start > at - maxMarks && isMark(start - 1)) start -= 1;
    let end = at + 1;
    while (end <= start + maxMarks && isMark(end)) end += 1;
    if (end - start > maxMarks) return true;
  }
  return false;
}
