import { beforeAll, describe, expect, test } from "vitest";
import worker from "../../../src/worker.ts";
import { publicAddresses, publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get, jsonOf, origin } from "../../support/ask.ts";

let media = "";
const open = [
  "/embed/film",
  "/captions/film/en.vtt",
  "/transcripts/film/en.txt",
  "/api/v1/works",
  "/api/v1/works/film",
];
const staff: [path: string, method: string][] = [
  ["/api/v1/staff/plan", "POST"],
  ["/api/v1/staff/blobs/x.vtt", "GET, HEAD, PUT"],
  ["/api/v1/staff/works/film", "PUT, DELETE"],
];

beforeAll(async () => {
  ({ media } = await publishSampleLibrary());
});

describe("a read-only address", () => {
  test.each(["/", "/en", "/healthz", "/media/x.webm", ...publicAddresses])(
    "rejects writing methods: %s",
    async (path) => {
      for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
        const response = await ask(path, { method });
        expect(response.status, method).toBe(405);
        expect(response.headers.get("Allow")).toMatch(/^GET, HEAD(, OPTIONS)?$/);
        expect(response.headers.get("Content-Type")).toContain("application/problem+json");
        expect((await jsonOf(response)).status).toBe(405);
      }
    },
  );
});

test.each(open)(
  "%s lists each method that it supports in Allow (RFC 9110 §15.5.6)",
  async (path) => {
    const response = await ask(path, { method: "DELETE" });
    await response.arrayBuffer();
    const allowed = response.headers.get("Allow")?.split(", ") ?? [];
    expect(allowed).toEqual(expect.arrayContaining(["GET", "HEAD", "OPTIONS"]));
  },
);

test.each(staff)("%s accepts %s and nothing else", async (path, allowed) => {
  const others = ["GET", "DELETE", "PATCH", "OPTIONS"].filter((one) => !allowed.includes(one));
  for (const other of others) {
    const response = await ask(path, { method: other });
    expect(response.status, other).toBe(405);
    expect(response.headers.get("Allow")).toBe(allowed);
    await response.arrayBuffer();
  }
});

describe("CORS headers", () => {
  const addresses = () => [...open, media];

  test("allow any origin, and expose lengths, ranges and ETags to players", async () => {
    for (const path of addresses()) {
      const { headers } = await get(path);
      expect(headers.get("Access-Control-Allow-Origin"), path).toBe("*");
      expect(headers.get("Access-Control-Expose-Headers"), path).toContain("Content-Range");
    }
  });

  test("are also sent with 304, 404, 405, 410 and 416", async () => {
    const etag = (await get(media)).headers.get("ETag") ?? "";
    const answers = [
      [304, await get(media, { "If-None-Match": etag })],
      [416, await get(media, { Range: "bytes=-0" })],
      [404, await get(`/media/${"0".repeat(64)}.webm`)],
      [404, await get("/captions/film/so.vtt")],
      [404, await get("/api/v1/works/nothing")],
      [410, await get("/transcripts/gone/en.txt")],
      [410, await get("/embed/gone")],
      [405, await ask("/api/v1/works", { method: "POST" })],
    ] as const;
    for (const [status, { status: answered, headers, url }] of answers) {
      expect(answered, url).toBe(status);
      expect(headers.get("Access-Control-Allow-Origin"), url).toBe("*");
    }
  });

  test("are sent for a preflight request", async () => {
    for (const path of addresses()) {
      const response = await ask(path, {
        method: "OPTIONS",
        headers: {
          Origin: "https://elsewhere.example",
          "Access-Control-Request-Method": "GET",
          "Access-Control-Request-Headers": "range",
        },
      });
      expect(response.status, path).toBe(204);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(response.headers.get("Access-Control-Allow-Methods")).toBe("GET,HEAD");
      expect(response.headers.get("Access-Control-Allow-Headers")).toContain("Range");
    }
  });

  test("aren't sent by pages and the staff API", async () => {
    for (const path of ["/en/", "/en/watch/film", "/api/v1/staff/plan", "/"]) {
      const { headers } = await get(path);
      expect(headers.get("Access-Control-Allow-Origin"), path).toBeNull();
    }
  });
});

test.each([
  ["/api/v1/staff/tokens", "GET, HEAD, POST", ["PUT", "DELETE", "PATCH"]],
  [`/api/v1/staff/tokens/${"0".repeat(16)}`, "DELETE", ["GET", "POST"]],
  ["/api/v1/staff/whoami", "GET, HEAD", ["POST", "DELETE"]],
])("%s accepts %s and nothing else", async (path, allowed, others) => {
  for (const method of others) {
    const response = await ask(path, { method });
    expect(response.status, method).toBe(405);
    expect(response.headers.get("Allow")).toBe(allowed);
    await response.arrayBuffer();
  }
});

test.each([
  ["/en/", "POST", "This address only accepts GET requests"],
  ["/api/v1/works", "POST", "This address only accepts GET requests"],
  ["/api/v1/staff/plan", "GET", "This address only accepts POST requests"],
  ["/api/v1/staff/tokens", "PATCH", "This address only accepts GET and POST requests"],
])("%s tells %s which methods it accepts", async (path, method, title) => {
  expect((await jsonOf(await ask(path, { method }))).title).toBe(title);
});

test("the Worker's fetch handler uses the same routes", async () => {
  const { env } = await import("cloudflare:workers");
  const response = await worker.fetch(new Request(`${origin}/en/watch/film`), env);
  expect(response.status).toBe(200);
});
