import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ask, get, jsonOf, origin } from "../../support/ask.ts";
import { episode, librarySettings, publish } from "../../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(await episode("film"));
});

describe("a client that searches too often", () => {
  async function untilRefused(path: string, address: string): Promise<Response> {
    // Three times the limit in wrangler.toml, as the count begins again each minute.
    for (let count = 0; count < 3 * 120; count += 1) {
      const response = await get(path, { "CF-Connecting-IP": address });
      if (response.status === 429) return response;
      await response.arrayBuffer();
    }
    throw new Error(`${path} was never refused`);
  }

  test("has to wait: programs get a problem document", async () => {
    const response = await untilRefused("/api/v1/search?q=zzz", "192.0.2.1");
    expect(response.headers.get("Retry-After")).toBe("60");
    expect((await jsonOf(response)).type).toBe(`${origin}/docs/problems#too-many-requests`);
    const other = await get("/api/v1/search?q=zzz", { "CF-Connecting-IP": "192.0.2.2" });
    expect(other.status).toBe(200);
  });

  test("has to wait: readers get a page in their language, with their search to send again", async () => {
    const response = await untilRefused("/es/search?q=zzz&kind=Document", "192.0.2.3");
    expect(response.headers.get("Retry-After")).toBe("60");
    const page = await response.text();
    expect(page).toContain("Demasiadas búsquedas seguidas");
    expect(page).toContain('name="q" value="zzz"');
    expect(page).toContain('name="kind" value="Document"');
    expect(page).toContain('href="/vi/search?q=zzz&amp;kind=Document"');
  });

  test("has to wait at the staff API, where only wrong tokens count", async () => {
    const response = await untilRefusedAtTheDoor();
    expect(response.headers.get("Retry-After")).toBe("60");
  });

  async function untilRefusedAtTheDoor(): Promise<Response> {
    for (let count = 0; count < 3 * 30; count += 1) {
      const headers = { Authorization: "Bearer wrong", "CF-Connecting-IP": "192.0.2.4" };
      const response = await ask("/api/v1/staff/plan", { method: "POST", headers });
      if (response.status === 429) return response;
      expect(response.status).toBe(401);
      await response.arrayBuffer();
    }
    throw new Error("the door never refused");
  }
});

test("nothing about a query is stored", async () => {
  const tables = await env.DB.prepare("select name from sqlite_schema where type = 'table'").all<{
    name: string;
  }>();
  const count = async () => {
    const counts: string[] = [];
    for (const { name } of tables.results.filter((table) => !/^(_cf|sqlite)/.test(table.name))) {
      const rows = await env.DB.prepare(`select count(*) as n from "${name}"`).first<number>("n");
      counts.push(`${name} ${rows}`);
    }
    return counts;
  };
  const before = await count();
  await (await get("/en/search?q=somethingsecret")).text();
  await (await get("/api/v1/search?q=somethingsecret")).text();
  expect(await count()).toEqual(before);
});

test("nothing about a query is logged, even when the search fails", async () => {
  await env.DB.prepare("alter table search rename to lost").run();
  const log = vi.spyOn(console, "error");
  const response = await get("/en/search?q=somethingsecret");
  expect(response.status).toBe(500);
  const logged = log.mock.calls.flat().map((each) => `${each} ${(each as Error).stack}`);
  expect(logged.join()).toContain("A search failed in D1");
  expect(logged.join()).not.toContain("somethingsecret");
  log.mockRestore();
  await env.DB.prepare("alter table lost rename to search").run();
});
