import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { LibraryItem } from "../../../src/records/schema/record.ts";
import { addressesOf } from "../../support/addresses.ts";
import { ask, get, jsonOf } from "../../support/ask.ts";
import {
  digestOf,
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
    { numRuns: 60 },
  );
  log.mockRestore();
});

test("a history with any strange value is refused, or the imported work's addresses still answer", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const film = await episode("imported");
  const gone = { sha256: "a".repeat(64), extension: "webm", size: 5 };
  const at = "2026-01-01T00:00:00.000Z";
  const first = { ...film, video: [{ ...gone, duration: 38 }] };
  const history = {
    slug: "imported",
    current: 2,
    revisions: [
      { number: 1, digest: await digestOf(first), createdAt: at, record: first },
      { number: 2, digest: await digestOf(film), createdAt: at, record: film },
    ],
    events: [
      { at, actor: "Ben", action: "apply", fromRevision: 1, toRevision: 2 },
      { at, actor: "Ana", action: "apply", fromRevision: null, toRevision: 1 },
    ],
    removed: [{ ...gone, removedAt: at }],
  };
  const change = fc.record({
    path: fc.constantFrom(...pathsIn(history)),
    value: fc.constantFrom(...strangeValues, 1, 2, 3, at, "a".repeat(64), film),
  });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(change, async ({ path, value }) => {
      count += 1;
      const slug = `imported-${count}`;
      const changed = JSON.stringify(replaceAt(history, path, value)).replaceAll(
        '"slug":"imported"',
        `"slug":"${slug}"`,
      );
      const status = await expectNoFailure(`/api/v1/staff/import/${slug}`, {
        method: "PUT",
        headers: authorization,
        body: JSON.stringify(await withDigests(JSON.parse(changed))),
      });
      if (status !== 201) return;
      for (const address of addressesOf(slug)) await expectNoFailure(address);
    }),
    { numRuns: 60 },
  );
  log.mockRestore();
});

/** The history with the digest of each record that is an object, so that it isn't refused for that alone. */
async function withDigests(history: { revisions?: unknown }): Promise<object> {
  if (!Array.isArray(history.revisions)) return history;
  const revisions = history.revisions.map(async (revision) => {
    const record: unknown = revision?.record;
    if (typeof record !== "object" || record === null || !("digest" in revision)) return revision;
    const isDigest = /^[0-9a-f]{64}$/.test(revision.digest);
    return isDigest ? { ...revision, digest: await digestOf(record as LibraryItem) } : revision;
  });
  return { ...history, revisions: await Promise.all(revisions) };
}
