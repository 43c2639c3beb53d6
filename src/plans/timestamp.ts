/** Formats a time: `2026-11-25 12:30 UTC`. @param time ISO 8601 in UTC */
export function formatTimestamp(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}
