import { expect, test } from "vitest";
import { orderOf } from "../../src/plans/plan-works.ts";
import { diffRecords } from "../../src/records/diff/diff.ts";
import type { SeriesRecord } from "../../src/records/schema/record.ts";

function seriesWith(...numbers: readonly number[]): SeriesRecord {
  const seasons = numbers.map((season) => ({ season, name: { en: `Season ${season}` } }));
  const name = { en: "A series" };
  return { kind: "Series", slug: "series", inLanguage: "en", status: "published", name, seasons };
}

/** Where a series is published, if its seasons change: below 2 is before its episodes. */
const orderAfter = (before: SeriesRecord, record: SeriesRecord) =>
  orderOf({
    work: { record, file: "", digest: "", blobs: [] },
    changes: diffRecords(before, record),
  });

test("a series is published before its episodes, unless it only leaves out a season", () => {
  const both = seriesWith(1, 2);
  expect(orderAfter(both, both)).toBeLessThan(2);
  expect(orderAfter(both, seriesWith(1, 2, 3))).toBeLessThan(2);
  expect(orderAfter(both, seriesWith(1, 3))).toBeLessThan(2);
  expect(orderAfter(both, seriesWith(1))).toBeGreaterThan(2);
});
