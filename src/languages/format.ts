/** A file's size for a reader who pays for each megabyte: 2_300_000 → `2.3 MB`. @param bytes */
export function formatSize(bytes: number, language: string): string {
  const kilobytes = bytes > 0 ? Math.max(1, bytes / 1000) : 0;
  const [value, unit] = kilobytes < 1000 ? [kilobytes, "kilobyte"] : [kilobytes / 1000, "megabyte"];
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: unit === "megabyte" && value < 10 ? 1 : 0,
  }).format(value);
}

/** A day as readers write it: `2026-11-01` → `1 de noviembre de 2026`. @param date ISO 8601 */
export function formatDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(date),
  );
}

/** A list of names joined as the language joins them: `inglés, español y vietnamita`. */
export function formatList(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(items);
}

/**
 * How long a film takes, in words: 95 → `2 minutes`, 38 → `38 seconds`.
 * Above a minute and a half, minutes are rounded: nobody plans by the second.
 * @param seconds
 */
export function formatDuration(seconds: number, language: string): string {
  const unit = seconds < 90 ? "second" : "minute";
  const value = Math.max(1, Math.round(unit === "second" ? seconds : seconds / 60));
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
    value,
  );
}
