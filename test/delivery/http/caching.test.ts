import { beforeAll, describe, expect, test } from "vitest";
import { publicAddresses, publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { insertMany } from "../../support/insert-many.ts";
import { episode, librarySettings, publish, series } from "../../support/library.ts";

let media = "";

beforeAll(async () => {
  ({ media } = await publishSampleLibrary());
});

async function etagOf(path: string): Promise<string> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  await response.arrayBuffer();
  return response.headers.get("ETag") ?? "";
}

describe.each(publicAddresses)("%s", (path) => {
  test("has a strong ETag and can be cached for a minute", async () => {
    expect(await etagOf(path)).toMatch(/^"[0-9a-f]{32}"$/);
    const { headers } = await get(path);
    expect(headers.get("Cache-Control")).toBe("public, max-age=60, stale-while-revalidate=600");
    expect(headers.get("CDN-Cache-Control")).toBe("max-age=60");
  });

  test("is 304 if the ETag matches, without reading a file", async () => {
    const etag = await etagOf(path);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const { bindings, cost } = countCost();
      const response = await ask(path, { headers: { "If-None-Match": known } }, bindings);
      expect(response.status).toBe(304);
      expect(await response.text()).toBe("");
      expect(response.headers.get("ETag")).toBe(etag);
      expect(response.headers.get("Cache-Control")).toContain("max-age=60");
      expect(cost).toMatchObject({ roundTrips: 1, bucketCalls: [] });
    }
  });

  test("is sent completely if the ETag doesn't match", async () => {
    const response = await get(path, { "If-None-Match": '"other"' });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toBe("");
  });

  test("has the same headers for HEAD, and no body", async () => {
    const head = await ask(path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("ETag")).toBe(await etagOf(path));
    expect(await head.text()).toBe("");
  });
});

test("a shared cache keeps a file for a minute, browsers for a day; it keeps no other answer that browsers don't", async () => {
  const file = await get(media);
  await file.body?.cancel();
  expect(file.headers.get("Cache-Control")).toBe("public, max-age=86400, immutable");
  expect(file.headers.get("CDN-Cache-Control")).toBe("max-age=60");
  for (const path of [
    "/en/search?q=hello",
    "/en/watch/gone",
    "/en/watch/nothing",
    "/api/v1/staff/works",
  ]) {
    const { headers } = await get(path);
    expect(headers.get("Cache-Control"), path).toBe("no-store");
    expect(headers.get("CDN-Cache-Control"), path).toBeNull();
  }
});

test("addresses with different content have different ETags", async () => {
  const paths = [...publicAddresses, "/es/watch/film", "/embed/film?lang=es", "/es/watch/film?t=5"];
  const etags = await Promise.all(paths.map(etagOf));
  expect(new Set(etags).size).toBe(etags.length);
});

describe("an ETag changes", () => {
  /** The addresses whose ETags a publication changes. */
  async function changedBy(paths: string[], change: () => Promise<unknown>): Promise<string[]> {
    const before = await Promise.all(paths.map(etagOf));
    await change();
    const after = await Promise.all(paths.map(etagOf));
    return paths.filter((_, i) => before[i] !== after[i]);
  }

  test("at all addresses that show a work if the work changes", async () => {
    await publish(series("saga"));
    const record = await episode("first", { series: "saga", episode: 1 });
    await publish(record);
    await publish(await episode("zeroth", { series: "saga", episode: 0 }));
    const paths = [
      "/en/",
      "/en/library",
      "/en/series/saga",
      "/en/watch/first",
      "/en/watch/zeroth",
      "/embed/first",
      "/transcripts/first/en.txt",
      "/api/v1/works",
      "/api/v1/works/first",
    ];
    const renamed = { ...record, name: { en: "A better name" } };
    expect(await changedBy(paths, () => publish(renamed))).toEqual(paths);
  });

  test("of a page if a related work changes", async () => {
    const paths = ["/en/read/paper"];
    const film = await episode("film", { name: { en: "Another name" } });
    expect(await changedBy(paths, () => publish(film))).toEqual(paths);
  });

  test("of every page if the library's settings change", async () => {
    const paths = ["/en/", "/en/library", "/en/series/tale", "/en/watch/film", "/en/read/paper"];
    const renamed = librarySettings({ name: { en: "Another library" } });
    expect(await changedBy(paths, () => publish(renamed))).toEqual(paths);
  });

  test("of captions if their file changes, but not if something else changes", async () => {
    const record = await episode("captioned");
    await publish(record);
    const paths = ["/captions/captioned/en.vtt"];
    const renamed = { ...record, name: { en: "Other" } };
    expect(await changedBy(paths, () => publish(renamed))).toEqual([]);
    const other = await episode("other-words");
    const captions = other.captions;
    expect(await changedBy(paths, () => publish({ ...renamed, captions }))).toEqual(paths);
  });

  test("of a full list if an older work adds another page to it", async () => {
    const path = "/api/v1/works?kind=Episode";
    const list = async () => (await get(path)).json<{ items: unknown[]; next: string | null }>();
    await insertMany("full", 50 - (await list()).items.length, await episode("full"));
    expect(await list()).toMatchObject({ items: { length: 50 }, next: null });
    const older = await episode("older", { datePublished: "1999-01-01" });
    const changed = await changedBy([path], () => publish(older));
    expect((await list()).next).not.toBeNull();
    expect(changed).toEqual([path]);
  });
});
