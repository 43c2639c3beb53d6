import { beforeAll, describe, expect, test } from "vitest";
import { problem } from "../../../src/api/contract.ts";
import { ask, get, jsonOf, origin } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { insertMany } from "../../support/insert-many.ts";
import { document, episode, librarySettings, publish, series } from "../../support/library.ts";

/** Each list with the name of its items. */
const lists = [
  ["/api/v1/works?lang=es", "items", 8],
  ["/api/v1/works?lang=es&in=en&kind=Episode", "items", 7],
  ["/api/v1/works?series=tale", "items", 7],
  ["/api/v1/series?lang=vi", "items", 3],
  ["/api/v1/series/tale?lang=es", "episodes", 7],
  ["/api/v1/search?q=film&lang=en", "items", 7],
] as const;

beforeAll(async () => {
  await publish(librarySettings());
  for (const slug of ["tale", "other", "third"]) await publish(series(slug));
  await publish(await document("paper"));
  for (let number = 1; number <= 7; number += 1) {
    await publish(await episode(`part-${number}`, { series: "tale", episode: number }));
  }
});

/** Follows a list's `Link` headers to its end. */
async function follow(path: string, member: "items" | "episodes") {
  const pages: string[][] = [];
  let address: string | undefined = path;
  while (address !== undefined && pages.length < 20) {
    const response: Response = await get(address);
    expect(response.status, address).toBe(200);
    const answer = await jsonOf(response);
    pages.push((answer[member] as { slug: string }[]).map(({ slug }) => slug));
    const link = response.headers.get("Link");
    const [, next] = /^<https:\/\/library\.example([^>]+)>; rel="next"$/.exec(link ?? "") ?? [];
    expect(next === undefined, String(link)).toBe(answer.next === null);
    if (next !== undefined) {
      const parameters = new URL(origin + next).searchParams;
      expect(parameters.get("cursor")).toBe(answer.next);
    }
    address = next;
  }
  return pages;
}

describe.each(lists)("%s", (path, member, count) => {
  test("is read whole, each item once, with any limit, by its Link headers", async () => {
    const [whole] = await follow(path, member);
    expect(whole).toHaveLength(count);
    for (const limit of [1, 2, 3, 7, 25]) {
      const pages = await follow(`${path}&limit=${limit}`, member);
      expect(pages.flat()).toEqual(whole);
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    }
  });

  test("is one round trip to D1, and 304 for those who have it", async () => {
    const { bindings, cost } = countCost();
    const response = await ask(path, {}, bindings);
    expect(cost.roundTrips).toBe(1);
    const etag = response.headers.get("ETag");
    // What readers search for is kept nowhere.
    if (path.includes("search")) return expect(etag).toBeNull();
    const again = await get(path, { "If-None-Match": etag ?? "" });
    expect(again.status).toBe(304);
    const limited = await get(`${path}&limit=1`, { "If-None-Match": etag ?? "" });
    expect(limited.status).toBe(200);
  });

  test.each(["0", "-1", "1.5", "1e1", "x", "", "101", "999999999999"])(
    "refuses the limit “%s” and says what to send",
    async (limit) => {
      const response = await get(`${path}&limit=${limit}`);
      expect(response.status).toBe(400);
      expect(response.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
      const { detail } = problem.parse(await jsonOf(response));
      expect(detail).toMatch(/^limit takes a whole number from 1 to \d+$/);
    },
  );

  test.each(["x", "", "~", "0", "99", "1~A B"])("refuses the cursor “%s”", async (cursor) => {
    const response = await get(`${path}&cursor=${cursor}`);
    expect(response.status).toBe(400);
    const { detail } = problem.parse(await jsonOf(response));
    expect(detail).toBe("cursor takes the `next` of an answer");
  });

  test("refuses what isn't a language tag", async () => {
    const response = await get(path.replace(/lang=\w+|series=tale/, "lang=english"));
    expect(response.status).toBe(path.includes("lang") || path.includes("series=") ? 400 : 200);
  });

  test("answers HEAD without a body, and other methods with 405", async () => {
    const head = await ask(path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    const post = await ask(path, { method: "POST" });
    expect(post.status).toBe(405);
    expect(post.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
    expect(problem.parse(await jsonOf(post)).status).toBe(405);
  });
});

test("a list has at most a hundred works, and reads at most two rows for each", async () => {
  await insertMany("many", 120, await episode("template", { series: "tale" }));
  for (const [path, member] of [
    ["/api/v1/works?limit=100", "items"],
    ["/api/v1/series/tale?limit=100", "episodes"],
  ] as const) {
    const { bindings, cost } = countCost();
    const answer = await jsonOf(await ask(path, {}, bindings));
    expect(answer[member]).toHaveLength(100);
    expect(cost.rowsRead).toBeLessThanOrEqual(200);
  }
});
