const millisecondsPerDay = 86_400_000;

/** The days until a token expires, with a fraction; negative if it has expired. */
export function daysLeft(expiresAt: string, now: Date): number {
  return (Date.parse(expiresAt) - now.getTime()) / millisecondsPerDay;
}

/** When a token expires: `on 2027-02-23, in 90 days`; only the date if it has expired. */
export function formatExpiry(expiresAt: string, now: Date): string {
  const days = daysLeft(expiresAt, now);
  const date = expiresAt.slice(0, 10);
  if (days < 0) return `on ${date}`;
  if (days < 1) return `on ${date}, within a day`;
  const rounded = Math.round(days);
  return `on ${date}, in ${rounded} ${rounded === 1 ? "day" : "days"}`;
}
