/** Recognizes lines that are meant as timings, although they aren't valid ones. */

/** A time with mistakes that people and text recognition make, such as the letter O for 0. */
const time =
  "[-−]?[0-9OolI]{1,4}(?:\\s?[:;]\\s?[0-9OolI]{1,4}){1,3}(?:\\s?[.,]\\s?[0-9OolI]{0,9})?";
/** What stands between two times: an arrow, a dash, commas or white space. */
const between = "\\s*(?:[-–—−=]{1,3}\\s?[>›»]?|→|⟶|[,;|/]|to)\\s*|\\s+";
const twoTimes = new RegExp(`^\\s*[[(]?${time}(?:${between})${time}[\\])]?\\s*$`);
/** A full time with its fraction, alone on its line: the other one is missing. */
const oneTime = /^\s*[0-9]{1,4}:[0-9]{1,3}:[0-9]{1,3}[.,][0-9]{1,9}\s*(?:,|-+>?|→)?\s*$/;
/** Two full times, and text on the same line. */
const timesAndText =
  /^\s*[0-9]{1,4}:[0-9]{1,3}:[0-9]{1,3}[.,][0-9]{1,9}\s*,\s*[0-9]{1,4}:[0-9]{1,3}:[0-9]{1,3}[.,][0-9]{1,9}(?![0-9])/;
/** Longer lines are text: limits the time for a very long line. In UTF-16 code units. */
const maxLength = 120;

/** Whether a line, which isn't a valid timing, is probably meant as one. A clock time such as “10:30” isn't. */
export function looksLikeTiming(source: string): boolean {
  const line = source.slice(0, maxLength);
  if (/^[\s-]*[0-9].*-->/.test(line) || timesAndText.test(line)) return true;
  if (source.length > maxLength || !/[0-9].*:|:.*[0-9]/.test(line)) return false;
  if (oneTime.test(line)) return true;
  // Two hours of the day, “10:30 - 11:45”, are text.
  const fields = line.match(/[0-9OolI]+(?=[:;])/g)?.length ?? 0;
  const hasFractionOrArrow = /[.,][0-9]{2}|-->|->|→/.test(line);
  return twoTimes.test(line) && (fields > 2 || hasFractionOrArrow);
}
