/**
 * A date as RSS writes it (RFC 822, with four digits of the year): the author's own day and time, whatever the
 * offset. A day without a time is noon in UTC, because programs show dates in the reader's time zone, where midnight
 * would be the day before in all of America.
 * @param date ISO 8601: `2026-11-01`, or `2026-11-01T09:00:00-07:00`
 */
export function formatRssDate(date: string): string {
  const [, day = date, time, offset = "Z"] =
    /^(\d{4}-\d{2}-\d{2})(?:T([0-9:.]+)(Z|[+-]\d{2}:\d{2}))?$/.exec(date) ?? [];
  const written = new Date(`${day}T${time ?? "12:00:00"}Z`).toUTCString();
  return offset === "Z" ? written : written.replace("GMT", offset.replace(":", ""));
}
