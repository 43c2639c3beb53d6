import { expect, test } from "vitest";
import { formatRssDate } from "../../../src/syndication/feeds/date.ts";

test.each([
  ["2026-11-01", "Sun, 01 Nov 2026 12:00:00 GMT"],
  ["2026-11-25T01:00:00+09:00", "Wed, 25 Nov 2026 01:00:00 +0900"],
  ["2026-11-01T23:30:00-07:00", "Sun, 01 Nov 2026 23:30:00 -0700"],
  ["2026-11-01T09:00:00Z", "Sun, 01 Nov 2026 09:00:00 GMT"],
  ["2026-11-01T09:00:00.250Z", "Sun, 01 Nov 2026 09:00:00 GMT"],
  ["2026-02-28T09:00Z", "Sat, 28 Feb 2026 09:00:00 GMT"],
])("%s is written as its author's own day: %s", (date, written) => {
  expect(formatRssDate(date)).toBe(written);
  const isDay = date.length === 10;
  if (!isDay) expect(Date.parse(written)).toBe(Math.floor(Date.parse(date) / 1000) * 1000);
});
