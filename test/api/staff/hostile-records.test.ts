import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { LibraryItem } from "../../../src/records/schema/record.ts";
import { addressesOf } from "../../support/addresses.ts";
import { ask, get, jsonOf } from "../../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  staffToken,
  storeFile,
} from "../../support/library.ts";

const authorization = { Authorization: "Bearer hostile-records" };
let records: LibraryItem[] = [];

beforeAll(async () => {
  await staffToken("hostile-records", { scopes: "admin" });
  await publish(librarySettings());
  const file = await storeFile("a guide", "pdf");
  records = [
    await document("paper", { keywords: ["law"], related: ["film"] }),
    await episode("film", {
      credits: [{ name: "Ana", role: "narrator" }],
      keywords: ["law"],
      license: "CC-BY-4.0",
      contentWarning: { en: "Loud" },
      attachments: [{ file, inLanguage: "en", name: { en: "Guide" } }],
    }),
    series("tale"),
    librarySettings({ neighbours: { mam: ["es"] }, contact: "library@example.org" }),
  ];
  for (const record of records) await publish(record);
});

/** Values that a field may have to its surprise. */
const strangeValues: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  "",
  "\0",
  "a\0b",
  "\ud800",
  "\u202e",
  "x".repeat(50_000),
  "javascript:alert(1)",
  "<script>alert(1)</script>",
  "9999-12-31T23:59:59.999+14:00",
  "0000-01-01",
  "en-".repeat(20),
  "'; drop table works; --",
  [],
  {},
  [null],
  { en: "\0" },
  { en: "\ud800" },
  { __proto__: null, constructor: "x" },
];

type Path = readonly (string | number)[];

/** The paths of all members of a value. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [here, ...pathsIn(member, here)];
  });
}

/** A copy with another value at a path. */
function replaceAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = replaceAt(copy[key], rest, replacement);
  return copy;
}

/** Asks, and expects an answer without a failure. */
async function expectNoFailure(path: string, init: RequestInit = {}): Promise<number> {
  const response = await ask(path, init);
  const text = await response.text();
  expect(response.status, `${path}: ${text.slice(0, 200)}`).toBeLessThan(500);
  return response.status;
}

test("a record with any strange value is refused, or all its addresses still answer", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const change = fc.constantFrom(0, 1, 2, 3).chain((index) =>
    fc.record({
      index: fc.constant(index),
      path: fc.constantFrom(...pathsIn(records[index])),
      value: fc.constantFrom(...strangeValues),
    }),
  );
  await fc.assert(
    fc.asyncProperty(change, async ({ index, path, value }) => {
      const { slug } = records[index] as LibraryItem;
      const work = `/api/v1/staff/works/${slug}`;
      const { digest } = await jsonOf(await get(`${work}/history`, authorization));
      const status = await expectNoFailure(work, {
        method: "PUT",
        headers: { ...authorization, "If-Match": `"${digest}"` },
        body: JSON.stringify(replaceAt(records[index], path, value)),
      });
      if (status !== 200) return;
      for (const address of [...addressesOf(slug), "/en/", "/en/library", "/sitemap.xml"]) {
        await expectNoFailure(address);
      }
    }),
    { numRuns: 300 },
  );
  log.mockRestore();
});
