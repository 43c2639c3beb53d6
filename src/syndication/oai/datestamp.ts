/**
 * A time in whole seconds, as OAI-PMH writes it (`2026-11-01T08:00:00Z`), so that text order is time order.
 * @param at ISO 8601 in UTC with milliseconds
 */
export function toDatestamp(at: string): string {
  return `${at.slice(0, 19)}Z`;
}

/** The first whole second that isn't before a time. @param at ISO 8601 */
export function datestampFrom(at: string): string {
  return toDatestamp(new Date(Math.ceil(Date.parse(at) / 1000) * 1000).toISOString());
}
