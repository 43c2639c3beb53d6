import { memoize } from "./memoize.ts";

/** Formats a file's size: 2_300_000 → `2.3 MB`. @param bytes */
export function formatSize(bytes: number, language: string): string {
  const kilobytes = bytes > 0 ? Math.max(1, bytes / 1000) : 0;
  return kilobytes < 1000
    ? kilobytesIn(language).format(kilobytes)
    : megabytesIn(language).format(kilobytes / 1000);
}

/**
 * Formats a day in a language: `2026-11-01` → `1 de noviembre de 2026`. Of a time with an offset it is the
 * day that its author wrote, whatever the offset (DESIGN 4).
 * @param date ISO 8601
 */
export function formatDate(date: string, language: string): string {
  return datesIn(language).format(new Date(dayOf(date)));
}

/** The day of a date or a time as its author wrote it: `2026-11-25T01:00:00+09:00` → `2026-11-25`. */
export function dayOf(date: string): string {
  return date.slice(0, "2026-11-25".length);
}

/**
 * Formats a film's duration in words: 95 → `2 minutes`, 38.6 → `38 seconds`, as the player's clock says.
 * From 90 seconds on it is rounded to minutes.
 * @param seconds
 */
export function formatDuration(seconds: number, language: string): string {
  const [formatIn, value] =
    seconds < 90 ? [secondsIn, Math.floor(seconds)] : [minutesIn, Math.round(seconds / 60)];
  return formatIn(language).format(Math.max(1, value));
}

const datesIn = memoize(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }),
);
const secondsIn = memoize((language) => unitIn(language, "second", "long", 0));
const minutesIn = memoize((language) => unitIn(language, "minute", "long", 0));
const kilobytesIn = memoize((language) => unitIn(language, "kilobyte", "short", 0));
const megabytesIn = memoize((language) => unitIn(language, "megabyte", "short", 1));

function unitIn(
  language: string,
  unit: string,
  unitDisplay: "long" | "short",
  maximumFractionDigits: number,
): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay,
    maximumFractionDigits,
  });
}
