/**
 * What a clock that shows hours, minutes, seconds and a decimal fraction says, in seconds.
 *
 * @param fraction the digits behind the decimal mark: "57" and "570" are the same
 * @returns the number that is nearest to what is written: 1.57, where 1 + 0.57 is
 *   1.5699999999999998, which would be written as another time than was read
 */
export function toSeconds(hours: number, minutes: number, seconds: number, fraction = "0"): number {
  return Number(`${hours * 3600 + minutes * 60 + seconds}.${fraction}`);
}
