import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { cachedRender } from "../../../src/delivery/http/cached-render.ts";
import { routes } from "../../../src/routes.ts";
import { ask, origin } from "../../support/ask.ts";
import { episode, publish } from "../../support/library.ts";

/** Requests a page of this length, and returns whether it had to be rendered. */
async function isRendered(etag: string, characters = 1000): Promise<boolean> {
  let rendered = false;
  await cachedRender(etag, async () => {
    rendered = true;
    return "x".repeat(characters);
  });
  return rendered;
}

describe("a rendered page", () => {
  test("is rendered once for each ETag", async () => {
    expect(await isRendered("one")).toBe(true);
    expect(await isRendered("one")).toBe(false);
    expect(await isRendered("two")).toBe(true);
  });

  test("is removed if it was used least recently and the cache is full", async () => {
    await isRendered("old");
    await isRendered("used");
    for (let page = 0; page < 4; page += 1) {
      await isRendered("used");
      await isRendered(`large-${page}`, 990_000);
    }
    await isRendered("last-straw", 990_000);
    expect(await isRendered("used")).toBe(false);
    expect(await isRendered("old")).toBe(true);
  });

  test("is counted once for simultaneous requests", async () => {
    await isRendered("bystander");
    await Promise.all(Array.from({ length: 6 }, () => isRendered("at-once", 900_000)));
    expect(await isRendered("at-once", 900_000)).toBe(false);
    expect(await isRendered("bystander")).toBe(false);
  });
});

test("pages at different origins are cached separately", async () => {
  await publish(await episode("film"));
  const there = "https://elsewhere.example";
  const pages = [
    await ask("/en/watch/film"),
    await routes.request(`${there}/en/watch/film`, {}, env),
  ];
  const [here, elsewhere] = await Promise.all(pages.map((page) => page.text()));
  expect(here).toContain(`href="${origin}/en/watch/film"`);
  expect(elsewhere).toContain(`href="${there}/en/watch/film"`);
  expect(elsewhere).not.toContain(origin);
});
