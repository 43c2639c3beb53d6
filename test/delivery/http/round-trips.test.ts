import { beforeAll, describe, expect, test } from "vitest";
import { forgetPublicFiles } from "../../../src/storage/files/public-files.ts";
import { publicAddresses, publishSampleLibrary } from "../../support/addresses.ts";
import { ask } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";

let media = "";

beforeAll(async () => {
  ({ media } = await publishSampleLibrary());
});

async function costOf(path: string, init: RequestInit = {}) {
  const { bindings, cost } = countCost();
  const response = await ask(path, init, bindings);
  await response.arrayBuffer();
  return { ...cost, status: response.status };
}

describe("one round trip to D1 answers", () => {
  test.each([...publicAddresses, "/healthz"])("GET %s", async (path) => {
    expect(await costOf(path)).toMatchObject({ status: 200, roundTrips: 1 });
  });

  test.each(publicAddresses)("HEAD %s", async (path) => {
    expect(await costOf(path, { method: "HEAD" })).toMatchObject({ status: 200, roundTrips: 1 });
  });

  test.each([
    ["/", 302],
    ["/en/watch/nothing", 404],
    ["/en/read/draft", 404],
    ["/en/series/nothing", 404],
    ["/embed/nothing", 404],
    ["/captions/nothing/en.vtt", 404],
    ["/api/v1/works/nothing", 404],
    ["/nowhere", 404],
    ["/en/watch/gone", 410],
    ["/embed/gone", 410],
    ["/transcripts/gone/en.txt", 410],
    ["/en/read/film", 301],
  ])("GET %s with %d", async (path, status) => {
    expect(await costOf(path)).toMatchObject({ status, roundTrips: 1 });
  });
});

test("whether a file is public costs one round trip to D1 and one row", async () => {
  forgetPublicFiles();
  const first = await costOf(media, { headers: { Range: "bytes=0-1" } });
  expect(first).toMatchObject({ status: 206, roundTrips: 1, rowsRead: 1, bucketCalls: ["get"] });
  const unknown = `/media/${"0".repeat(64)}.webm`;
  expect(await costOf(unknown)).toMatchObject({ status: 404, roundTrips: 1, bucketCalls: [] });
});

test("captions are read from R2 once, and are in the Worker's memory then", async () => {
  const path = "/captions/film/en.srt";
  expect((await costOf(path)).status).toBe(200);
  expect(await costOf(path)).toMatchObject({ status: 200, roundTrips: 1, bucketCalls: [] });
});

describe("no round trip to D1 answers", () => {
  test.each([
    ["/en", 301],
    ["/accent/9a3412-f0a35c.css", 200],
    ["/api/v1/nothing", 404],
    ["/api/v1/works?kind=Movie", 400],
    ["/captions/film/nothing", 404],
    ["/media/nothing.webm", 404],
  ])("GET %s", async (path, status) => {
    expect(await costOf(path)).toMatchObject({ status, roundTrips: 0 });
  });

  test("a file or a range of it that was requested before, with one call to R2", async () => {
    expect(await costOf(media)).toMatchObject({ status: 200, roundTrips: 0, bucketCalls: ["get"] });
    const part = await costOf(media, { headers: { Range: "bytes=0-1" } });
    expect(part).toMatchObject({ status: 206, roundTrips: 0, bucketCalls: ["get"] });
  });

  test("HEAD of a file, or a request with its ETag, without reading a byte", async () => {
    const head = await costOf(media, { method: "HEAD" });
    expect(head).toMatchObject({ status: 200, roundTrips: 0, bucketCalls: ["head"] });
    const known = await costOf(media, { headers: { "If-None-Match": "*" } });
    expect(known).toMatchObject({ status: 304, roundTrips: 0, bucketCalls: ["head"] });
  });
});

test.each(publicAddresses.filter((path) => !path.startsWith("/captions")))(
  "GET %s reads no file",
  async (path) => {
    expect((await costOf(path)).bucketCalls).toEqual([]);
  },
);
