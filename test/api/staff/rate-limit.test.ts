import { beforeAll, describe, expect, test } from "vitest";
import { ask, get } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { staffToken } from "../../support/library.ts";

// wrangler.toml, STAFF_LIMIT.
const requestsPerMinute = 30;

beforeAll(async () => {
  await staffToken("good-token");
  await staffToken("fresh-token");
});

async function knock(address: string, token?: string) {
  const { bindings, cost } = countCost();
  const authorization = token === undefined ? undefined : { Authorization: `Bearer ${token}` };
  const headers = { "CF-Connecting-IP": address, ...authorization };
  const response = await ask("/api/v1/staff/whoami", { headers }, bindings);
  await response.arrayBuffer();
  return { status: response.status, roundTrips: cost.roundTrips };
}

/** Sends wrong tokens until the limit is reached. */
async function exhaust(addressAt: (index: number) => string): Promise<void> {
  // The count is approximate, and begins again each minute.
  for (let index = 0; index < 3 * requestsPerMinute; index += 1) {
    if ((await knock(addressAt(index), `wrong ${index}`)).status === 429) return;
  }
  throw new Error("The limit was never reached.");
}

describe("a client that guesses tokens", () => {
  test("is rejected before D1 is read, with any token or none", async () => {
    await exhaust(() => "198.51.100.1");
    for (const token of ["another-wrong-token", "fresh-token", undefined, "x".repeat(5000)]) {
      expect(await knock("198.51.100.1", token)).toEqual({ status: 429, roundTrips: 0 });
    }
    expect((await knock("198.51.100.2", "another-wrong-token")).status).toBe(401);
  });

  test("is recognized by its /64, in any notation of any of its addresses", async () => {
    await exhaust((index) => `2001:db8:7:7:${index.toString(16)}::1`);
    for (const address of ["2001:db8:7:7::", "2001:0DB8:0007:0007:ffff:ffff:ffff:ffff"]) {
      expect((await knock(address, "wrong")).status, address).toBe(429);
    }
    expect((await knock("2001:db8:7:8::1", "wrong")).status).toBe(401);
  });

  test("is the same in IPv4 and in IPv6 form", async () => {
    await exhaust((index) => (index % 2 === 0 ? "198.51.100.9" : "::ffff:198.51.100.9"));
    expect((await knock("::ffff:c633:6409", "wrong")).status).toBe(429);
  });

  test("can't avoid the limit with invalid addresses", async () => {
    await exhaust((index) => `not an address ${index}`);
    expect((await knock("neither", "wrong")).status).toBe(429);
  });
});

test("a valid token isn't counted: an upload makes hundreds of requests", async () => {
  for (let index = 0; index < 4 * requestsPerMinute; index += 1) {
    expect(await knock("198.51.100.20", "good-token")).toEqual({ status: 200, roundTrips: 1 });
  }
  // It isn't rejected either if others in its network guess tokens.
  await exhaust(() => "198.51.100.20");
  expect((await knock("198.51.100.20", "good-token")).status).toBe(200);
});

test("searches are counted by the /64 as well", async () => {
  let status = 200;
  for (let index = 0; index < 400 && status !== 429; index += 1) {
    const response = await get("/api/v1/search?q=zzz", {
      "CF-Connecting-IP": `2001:db8:9:9::${index.toString(16)}`,
    });
    await response.arrayBuffer();
    status = response.status;
  }
  expect(status).toBe(429);
});
