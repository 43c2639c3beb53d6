const millisecondsADay = 86_400_000;

/** How many days a token still holds, with a part of one; less than 0 where it doesn't. */
export function daysLeft(expiresAt: string, now: Date): number {
  return (Date.parse(expiresAt) - now.getTime()) / millisecondsADay;
}

/** When a token ends, in words: `on 2027-02-23, in 90 days`. */
export function formatExpiry(expiresAt: string, now: Date): string {
  const days = daysLeft(expiresAt, now);
  const day = expiresAt.slice(0, 10);
  if (days < 0) return `since ${day}`;
  if (days < 1) return `on ${day}, within a day`;
  const whole = Math.round(days);
  return `on ${day}, in ${whole} ${whole === 1 ? "day" : "days"}`;
}
