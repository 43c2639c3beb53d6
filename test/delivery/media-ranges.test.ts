import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { parseRange, resolveRange } from "../../src/delivery/range.ts";
import { anyCharacter } from "../support/any-character.ts";
import { ask, bodyOf, get } from "../support/ask.ts";
import { storeSampleMedia } from "./media-samples.ts";

const whole = "0123456789";
const huge = "9".repeat(40);
let path = "";
let emptyPath = "";

beforeAll(async () => {
  ({ path, emptyPath } = await storeSampleMedia());
});

describe("a satisfiable range gets 206 with its bytes (RFC 9110 §14)", () => {
  test.each([
    ["bytes=0-0", 0, 0],
    ["bytes=0-1", 0, 1],
    ["bytes=2-5", 2, 5],
    ["bytes=0-", 0, 9],
    ["bytes=9-", 9, 9],
    ["bytes=9-9", 9, 9],
    ["bytes=5-99", 5, 9],
    [`bytes=5-${huge}`, 5, 9],
    ["bytes=0-9007199254740993", 0, 9],
    ["bytes=-3", 7, 9],
    ["bytes=-10", 0, 9],
    ["bytes=-11", 0, 9],
    [`bytes=-${huge}`, 0, 9],
    ["BYTES=2-5", 2, 5],
    ["bytes=002-0005", 2, 5],
  ])("%s", async (range, first, last) => {
    const response = await get(path, { Range: range });
    expect(response.status).toBe(206);
    expect(response.headers.get("Content-Range")).toBe(`bytes ${first}-${last}/10`);
    expect(response.headers.get("Content-Length")).toBe(String(last - first + 1));
    expect(response.headers.get("Content-Type")).toBe("video/webm");
    expect(await bodyOf(response)).toBe(whole.slice(first, last + 1));
  });
});

describe("an unsatisfiable range gets 416 with the file's length", () => {
  test.each(["bytes=10-", "bytes=10-12", "bytes=-0", `bytes=${huge}-`, `bytes=${huge}-${huge}`])(
    "%s",
    async (range) => {
      const response = await get(path, { Range: range });
      expect(response.status).toBe(416);
      expect(response.headers.get("Content-Range")).toBe("bytes */10");
      expect(await bodyOf(response)).toBe("");
    },
  );

  test.each(["bytes=0-", "bytes=0-0", "bytes=-1", "bytes=-0"])(
    "%s of an empty file",
    async (range) => {
      const response = await get(emptyPath, { Range: range });
      expect(response.status).toBe(416);
      expect(response.headers.get("Content-Range")).toBe("bytes */0");
    },
  );
});

describe("an invalid range, one in another unit and several ranges get the whole file", () => {
  test.each([
    "bytes=5-2",
    "bytes=-",
    "bytes=",
    "bytes",
    "bytes=a-b",
    "bytes=1-2x",
    "bytes=1.5-2",
    "bytes=+1-2",
    "bytes=0x1-2",
    "bytes 0-1",
    "items=0-1",
    "0-1",
    "bytes=0-1,3-4",
    "bytes=0-0,-1",
  ])("%s", async (range) => {
    const response = await get(path, { Range: range });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Range")).toBeNull();
    expect(response.headers.get("Content-Length")).toBe("10");
    expect(await bodyOf(response)).toBe(whole);
  });
});

test("the response with the whole file has its length and Accept-Ranges", async () => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Accept-Ranges")).toBe("bytes");
  expect(response.headers.get("Content-Length")).toBe("10");
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=86400, immutable");
  expect(await bodyOf(response)).toBe(whole);
});

test("an empty file is answered with 200 and no bytes", async () => {
  const response = await get(emptyPath);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Length")).toBe("0");
  expect(await bodyOf(response)).toBe("");
});

test.each([undefined, "bytes=0-1", "bytes=99-"])(
  "HEAD ignores a range (%s), and has the length of the whole file",
  async (range) => {
    const headers: Record<string, string> = range === undefined ? {} : { Range: range };
    const response = await ask(path, { method: "HEAD", headers });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Length")).toBe("10");
    expect(response.headers.get("Content-Range")).toBeNull();
    expect(await bodyOf(response)).toBe("");
  },
);

test("any Range header is ignored, rejected, or resolved to bytes within the file", () => {
  const header = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc
      .array(fc.constantFrom("bytes", "=", "-", ",", " ", "0", "7", "99999999999999999999"))
      .map((parts) => parts.join("")),
    fc.tuple(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n })).map(([a, b]) => `bytes=${a}-${b}`),
  );
  fc.assert(
    fc.property(header, fc.nat(), (text, size) => {
      const requested = parseRange(text);
      const range = requested === undefined ? undefined : resolveRange(requested, size);
      if (range === undefined) return;
      expect(range.first).toBeGreaterThanOrEqual(0);
      expect(range.last).toBeGreaterThanOrEqual(range.first);
      expect(range.last).toBeLessThan(size);
    }),
  );
});
