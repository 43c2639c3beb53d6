/** Times as people read and write them in an editor. */

/** Seconds as `1:02.300`, with hours only if there are some. */
export function formatTime(seconds: number): string {
  const total = Math.round(seconds * 1000);
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(total / 3_600_000);
  const minutes = Math.floor(total / 60_000) % 60;
  const rest = `${twoDigits(Math.floor(total / 1000) % 60)}.${String(total % 1000).padStart(3, "0")}`;
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** The seconds of `12.5`, `1:02.5`, `1:02:03,5`; undefined if it isn't a time. */
export function parseTime(text: string): number | undefined {
  const found = /^(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,6}(?:[.,]\d{0,6})?)$/.exec(text.trim());
  if (found === null) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = found;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", "."));
  return Math.round(total * 1000) / 1000;
}
