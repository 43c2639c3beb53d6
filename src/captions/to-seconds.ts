/**
 * Converts a clock time with hours, minutes, seconds and a decimal fraction to seconds.
 *
 * @param fraction the digits after the decimal mark: "57" and "570" are the same
 * @returns the number nearest to the decimal notation. Adding the parts would round twice: 1 + 0.57 is
 *   1.5699999999999998, which would be formatted as a different time.
 */
export function toSeconds(hours: number, minutes: number, seconds: number, fraction = "0"): number {
  return Number(`${hours * 3600 + minutes * 60 + seconds}.${fraction}`);
}
