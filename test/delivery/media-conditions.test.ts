import { beforeAll, describe, expect, test } from "vitest";
import { ask, bodyOf, get } from "../support/ask.ts";
import { storeSampleMedia } from "./media-samples.ts";

let path = "";
let etag = "";
let sha256 = "";

beforeAll(async () => {
  ({ path, etag, sha256 } = await storeSampleMedia());
});

/** Replaces `@` by the file's ETag. */
const withEtag = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll("@", etag)]),
  );

describe("preconditions, in the order of RFC 9110 §13.2.2:", () => {
  test.each<[status: number, headers: Record<string, string>]>([
    [304, { "If-None-Match": "@" }],
    [304, { "If-None-Match": "W/@" }],
    [304, { "If-None-Match": '"other", @' }],
    [304, { "If-None-Match": '"a,b" ,\t@' }],
    [304, { "If-None-Match": "*" }],
    [304, { "If-None-Match": "@", Range: "bytes=0-1" }],
    [304, { "If-None-Match": "@", Range: "bytes=99-" }],
    [304, { "If-Match": "@", "If-None-Match": "@" }],
    [200, { "If-None-Match": '"other"' }],
    [200, { "If-None-Match": '""' }],
    [200, { "If-None-Match": '"*"' }],
    [206, { "If-None-Match": '"other"', Range: "bytes=0-1" }],
    [200, { "If-Match": "@" }],
    [200, { "If-Match": '"other", @' }],
    [200, { "If-Match": "*" }],
    [206, { "If-Match": "@", Range: "bytes=0-1" }],
    [412, { "If-Match": '"other"' }],
    [412, { "If-Match": "W/@" }],
    [412, { "If-Match": '"other"', "If-None-Match": "@" }],
    [412, { "If-Match": '"other"', Range: "bytes=99-" }],
    [206, { "If-Range": "@", Range: "bytes=0-1" }],
    [416, { "If-Range": "@", Range: "bytes=99-" }],
    [200, { "If-Range": '"other"', Range: "bytes=0-1" }],
    [200, { "If-Range": '"other"', Range: "bytes=99-" }],
    [200, { "If-Range": "W/@", Range: "bytes=0-1" }],
    [200, { "If-Range": "Wed, 21 Oct 2026 07:28:00 GMT", Range: "bytes=0-1" }],
    [200, { "If-Range": "@" }],
    [200, { "If-Modified-Since": "Wed, 21 Oct 2026 07:28:00 GMT" }],
    [200, { "If-Unmodified-Since": "Wed, 21 Oct 2020 07:28:00 GMT" }],
  ])("%d for %j", async (status, headers) => {
    const response = await get(path, withEtag(headers));
    expect(response.status).toBe(status);
    expect(response.headers.get("ETag")).toBe(etag);
    const bytes = { 200: "0123456789", 206: "01" }[status] ?? "";
    expect(await bodyOf(response)).toBe(bytes);
  });

  test("an ETag without quotes, as some clients send it, is accepted", async () => {
    expect((await get(path, { "If-None-Match": sha256 })).status).toBe(304);
  });

  test("HEAD evaluates them like GET", async () => {
    const head = (headers: Record<string, string>) => ask(path, { method: "HEAD", headers });
    expect((await head({ "If-None-Match": etag })).status).toBe(304);
    expect((await head({ "If-Match": '"other"' })).status).toBe(412);
  });

  test("304 has the Cache-Control of the file", async () => {
    const response = await get(path, { "If-None-Match": etag });
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=86400, immutable");
  });
});

describe("404 for", () => {
  test.each<[string, () => string]>([
    ["a digest that isn't stored", () => `/media/${"0".repeat(64)}.webm`],
    ["the right digest with another extension", () => `/media/${sha256}.mp4`],
    ["the right digest with an unknown extension", () => `/media/${sha256}.html`],
    ["the right digest without an extension", () => `/media/${sha256}`],
    ["the right digest with two extensions", () => `/media/${sha256}.x.webm`],
    ["the right digest in capitals", () => `/media/${sha256.toUpperCase()}.webm`],
    ["the right digest with its extension in capitals", () => `/media/${sha256}.WEBM`],
    ["an incomplete digest", () => `/media/${sha256.slice(0, 63)}.webm`],
    ["a path with ..", () => "/media/..%2Fblobs%2Fx.webm"],
  ])("%s", async (_, address) => {
    const attempts: Record<string, string>[] = [
      {},
      { Range: "bytes=0-1" },
      { Range: "bytes=-0" },
      { "If-None-Match": "*" },
    ];
    for (const headers of attempts) {
      const response = await get(address(), headers);
      expect(response.status).toBe(404);
      expect(response.headers.get("Content-Type")).toContain("application/problem+json");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      await response.arrayBuffer();
    }
  });
});
