import { beforeAll, describe, expect, test } from "vitest";
import { publishSampleLibrary } from "../support/addresses.ts";
import { ask, get, jsonOf, origin } from "../support/ask.ts";
import { countCost } from "../support/count-cost.ts";
import { episode, publish } from "../support/library.ts";
import { pageOf } from "../support/page.ts";

beforeAll(async () => {
  await publishSampleLibrary();
  await publish(await episode("new-name", { formerSlugs: ["old-name"] }));
});

/** The path that asks for a page's oEmbed answer. @param page its path, or an address elsewhere */
const oEmbedOf = (page: string, parameters = "") =>
  `/oembed?url=${encodeURIComponent(page.startsWith("/") ? origin + page : page)}${parameters}`;

describe("oEmbed answers", () => {
  test.each([
    ["/vi/watch/film?beside=en#t=65", "video", "/embed/film?lang=vi&amp;beside=en&amp;t=65"],
    ["/watch/film/", "video", "/embed/film"],
    ["/embed/film?lang=es&t=65,80", "video", "/embed/film?lang=es&amp;t=65%2C80"],
    ["/en/watch/old-name", "video", "/embed/new-name?lang=en"],
    ["/es/read/paper", "rich", "/embed/paper?lang=es"],
    ["/en/watch/paper", "rich", "/embed/paper?lang=en"],
    ["/ar/series/tale/", "rich", "/embed/series/tale?lang=ar"],
    ["/embed/series/tale?lang=vi", "rich", "/embed/series/tale?lang=vi"],
  ])("for %s with a %s, in one round trip, to programs on any site", async (page, type, frame) => {
    const { bindings, cost } = countCost();
    const response = await ask(oEmbedOf(page), {}, bindings);
    expect(response.status).toBe(200);
    expect(cost.roundTrips).toBe(1);
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const answer = await jsonOf(response);
    expect(answer).toMatchObject({ version: "1.0", type, provider_name: "The Library" });
    expect(answer.html).toContain(`src="${origin}${frame}"`);
    const [, address = ""] = /src="([^"]*)"/.exec(String(answer.html)) ?? [];
    expect((await get(address.replaceAll("&amp;", "&").replace(origin, ""))).status).toBe(200);
  });

  test("as XML, if that is asked for", async () => {
    const response = await get(oEmbedOf("/es/watch/film", "&format=xml&maxwidth=400"));
    expect(response.headers.get("Content-Type")).toBe("text/xml; charset=utf-8");
    expect(response.headers.get("Content-Language")).toBe("es");
    const xml = await response.text();
    expect(xml).toContain("<version>1.0</version><type>video</type><title>Película film</title>");
    expect(xml).toContain("<width>400</width><height>225</height>");
  });

  test("304 to a client that has the answer, and HEAD without it", async () => {
    const path = oEmbedOf("/en/watch/film");
    const etag = (await get(path)).headers.get("ETag") ?? "";
    expect((await get(path, { "If-None-Match": etag })).status).toBe(304);
    const other = oEmbedOf("/en/watch/film", "&maxwidth=300");
    expect((await get(other, { "If-None-Match": etag })).status).toBe(200);
    const head = await ask(path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test.each(["", "0", "-5", "abc", "1e9", "%D9%A3", "99999999999"])(
    "as if no size were asked for, if the size isn't one: %s",
    async (size) => {
      const answer = await jsonOf(
        await get(oEmbedOf("/en/watch/film", `&maxwidth=${size}&maxheight=${size}`)),
      );
      expect(answer).toMatchObject({ width: 640, height: 360 });
    },
  );
});

describe("oEmbed refuses", () => {
  test.each([
    ["/oembed", 400],
    ["/oembed?url=", 400],
    ["/oembed?url=film", 400],
    [oEmbedOf("/en/watch/film", "&format=yaml"), 501],
    [oEmbedOf("/en/watch/nothing"), 404],
    [oEmbedOf("/en/watch/draft"), 404],
    [oEmbedOf("/en/watch/soon"), 404],
    [oEmbedOf("/en/watch/gone"), 404],
    [oEmbedOf("/en/read/gone-paper"), 404],
    [oEmbedOf("/en/series/film"), 404],
    [oEmbedOf("/en/watch/library"), 404],
    [oEmbedOf("/en/"), 404],
    [oEmbedOf("https://elsewhere.example/en/watch/film"), 404],
  ])("%s with %d and a problem document", async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(await jsonOf(response)).toMatchObject({ status });
  });
});

describe("a page names its oEmbed answers:", () => {
  test.each([
    ["/es/watch/film?beside=en&t=65", "/embed/film?lang=es&amp;beside=en&amp;t=65"],
    ["/vi/read/paper", "/embed/paper?lang=vi"],
    ["/ar/series/tale", "/embed/series/tale?lang=ar"],
  ])("%s", async (path, frame) => {
    const { elements } = await pageOf(await get(path));
    const links = elements.filter(({ attributes }) => attributes.type?.endsWith("+oembed"));
    expect(links.map(({ attributes }) => [attributes.rel, attributes.type])).toEqual([
      ["alternate", "application/json+oembed"],
      ["alternate", "text/xml+oembed"],
    ]);
    for (const { attributes } of links) {
      const address = (attributes.href ?? "").replaceAll("&amp;", "&");
      expect(address).toMatch(`${origin}/oembed?`);
      const answer = await (await get(address.replace(origin, ""))).text();
      expect(answer).toContain(frame.split("?")[0]);
    }
    const json = links[0]?.attributes.href?.replaceAll("&amp;", "&") ?? "";
    expect((await jsonOf(await get(json.replace(origin, "")))).html).toContain(frame);
  });
});

test("an embedded document or series is a card with a link to its page", async () => {
  for (const [path, page] of [
    ["/embed/paper?lang=es", "/es/read/paper"],
    ["/embed/tale?lang=vi", "/vi/series/tale"],
  ] as const) {
    const { elements } = await pageOf(await get(path));
    const links = elements.filter(({ name }) => name === "a");
    expect(links.map(({ attributes }) => attributes.href)).toEqual([origin + page]);
  }
});

test("an embed with a second language shows captions in both", async () => {
  const { elements } = await pageOf(await get("/embed/film?lang=en&beside=es"));
  const chosen = elements.filter(
    ({ name, attributes }) => name === "option" && "selected" in attributes,
  );
  expect(chosen.map(({ attributes }) => attributes.value)).toEqual(
    expect.arrayContaining(["en", "es"]),
  );
});
