import { beforeAll, describe, expect, test } from "vitest";
import { ask, jsonOf } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { countRows, staffToken } from "../../support/library.ts";

const endpoints: [path: string, method: string][] = [
  ["/api/v1/staff/plan", "POST"],
  [`/api/v1/staff/blobs/${"0".repeat(64)}.vtt`, "PUT"],
  ["/api/v1/staff/works/film", "PUT"],
];

beforeAll(async () => {
  await staffToken("good-secret");
  await staffToken("admin-secret", { scopes: "admin" });
  await staffToken("reader-secret", { scopes: "read-drafts" });
  await staffToken("odd-secret", { scopes: "publisher unpublish" });
  await staffToken("old-secret", { expiresAt: "2020-01-01T00:00:00.000Z" });
  await staffToken("revoked-secret", { revokedAt: "2026-01-01T00:00:00.000Z" });
  await staffToken("", { scopes: "admin" });
});

describe.each(endpoints)("authentication at %s", (path, method) => {
  const request = (authorization?: string) =>
    ask(path, {
      method,
      body: "{}",
      headers: authorization === undefined ? {} : { Authorization: authorization },
    });

  test.each([
    ["no token", undefined],
    ["an empty token", "Bearer "],
    ["spaces", "Bearer    "],
    ["a wrong token", "Bearer wrong-secret"],
    ["an expired token", "Bearer old-secret"],
    ["a revoked token", "Bearer revoked-secret"],
    ["a valid token with a suffix", "Bearer good-secret x"],
    ["a valid token with another scheme", "Basic good-secret"],
    ["a valid token in capitals", "Bearer GOOD-SECRET"],
    ["a very long token", `Bearer ${"x".repeat(5000)}`],
    ["SQL", "Bearer '||(select+sha256)--"],
  ])("rejects %s with 401", async (_, authorization) => {
    const before = await countRows();
    const response = await request(authorization);
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe('Bearer realm="staff"');
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(await jsonOf(response)).toMatchObject({ status: 401, title: "A staff token is needed" });
    expect(await countRows()).toEqual(before);
  });

  test.each(["reader-secret", "odd-secret"])(
    "rejects a token without the needed scope (%s) with 403",
    async (secret) => {
      const response = await request(`Bearer ${secret}`);
      expect(response.status).toBe(403);
      expect(await jsonOf(response)).toMatchObject({ status: 403 });
    },
  );

  test.each(["Bearer good-secret", "bearer good-secret", "Bearer admin-secret"])(
    "accepts %s, and its response isn't cached",
    async (authorization) => {
      const response = await request(authorization);
      expect([400, 422]).toContain(response.status);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      await response.arrayBuffer();
    },
  );
});

test("wrong, expired and revoked tokens get the same response, which reveals nothing about a token", async () => {
  const [path, method] = ["/api/v1/staff/plan", "POST"];
  const responses = await Promise.all(
    ["wrong-secret", "old-secret", "revoked-secret"].map(async (secret) => {
      const headers = { Authorization: `Bearer ${secret}` };
      return (await ask(path, { method, headers })).text();
    }),
  );
  expect(new Set(responses).size).toBe(1);
});

test("a wrong token costs one round trip, like a valid one", async () => {
  const costs = await Promise.all(
    ["good-secret", "wrong-secret", "old-secret", "x".repeat(5000), ""].map(async (secret) => {
      const { bindings, cost } = countCost();
      const headers = { Authorization: `Bearer ${secret}` };
      const response = await ask("/api/v1/staff/whoami", { headers }, bindings);
      await response.arrayBuffer();
      return cost.roundTrips;
    }),
  );
  expect(costs).toEqual([1, 1, 1, 1, 1]);
});
