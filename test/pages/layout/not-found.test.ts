import { beforeAll, describe, expect, test } from "vitest";
import { stringsIn } from "../../../src/i18n/strings.ts";
import { addressesOf, publishSampleLibrary } from "../../support/addresses.ts";
import { get, jsonOf } from "../../support/ask.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await publishSampleLibrary();
});

describe("an address that isn't found is a page in the reader's language", () => {
  test.each([
    ["/es/watch/nothing", "en", "es"],
    ["/vi/nothing", "en", "vi"],
    ["/nothing", "vi-VN, en;q=0.5", "vi"],
    ["/nothing", "ht, es;q=0.5", "es"],
    ["/nothing", "", "en"],
    ["/ar/read/nothing", "", "ar"],
    ["/embed/nothing?lang=es", "vi", "es"],
    ["/en/watch/%E0%A4%A", "", "en"],
  ] as const)("%s, Accept-Language %j: %s", async (path, accepted, language) => {
    const response = await get(path, { "Accept-Language": accepted });
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const page = await pageOf(response);
    expect(page.status).toBe(404);
    const { notFound } = stringsIn(language);
    expect(page.contentOf("title").join()).toContain(notFound.replace("'", "&#39;"));
    const root = page.elements.find((element) => element.name === "html");
    expect(root?.attributes).toEqual({ lang: language, dir: language === "ar" ? "rtl" : "ltr" });
  });
});

test.each([
  "/api/v1/works/nothing",
  "/api/v1/nothing",
  "/media/nothing.webm",
  "/captions/nothing/en.vtt",
  "/captions/film/en.html",
  "/captions/film/so.vtt",
  "/transcripts/film/en.exe",
  "/transcripts/film/so.txt",
  "/transcripts/paper/en.txt",
  "/api/v1/works/library",
])("what isn't there is a problem document for a program: %s", async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  expect(await jsonOf(response)).toMatchObject({ status: 404, title: expect.any(String) });
});

test("a path with more or fewer parts isn't found", async () => {
  for (const path of ["/xen/", "/en/watch/film/more", "/english/", "/media/a/b", "/embed/"]) {
    expect((await get(path)).status, path).toBe(404);
  }
});

test("an address that was copied with too much leads on by one redirect", async () => {
  const copies = {
    "/EN/": "/en/",
    "/es-MX/": "/es/",
    "/EN/watch/film": "/en/watch/film",
    "/es-MX/watch/film/?beside=en": "/es/watch/film?beside=en",
    "/en/watch/film/": "/en/watch/film",
    "/en/watch/film).": "/en/watch/film",
    "/vi/library/": "/vi/library",
    "/embed/film/?lang=es": "/embed/film?lang=es",
    "/embed/series/tale,": "/embed/series/tale",
  };
  for (const [path, meant] of Object.entries(copies)) {
    const { status, headers } = await get(path);
    expect([status, headers.get("Location")], path).toEqual([301, meant]);
    expect((await get(meant)).status, meant).toBe(200);
  }
});

describe.each(["draft", "soon"])("a work that isn't public yet (%s)", (slug) => {
  test.each(addressesOf(slug))("isn't found at %s", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(`Film ${slug}`);
  });

  test.each(["/en/", "/en/library", "/en/series/tale", "/en/watch/film-2", "/api/v1/works"])(
    "isn't listed at %s",
    async (path) => {
      const text = await (await get(path)).text();
      expect(text).toContain("film");
      expect(text).not.toContain(slug === "draft" ? "draft" : "Film soon");
    },
  );
});

describe("a withdrawn work", () => {
  test.each(addressesOf("gone"))("is gone at %s, with its notice", async (path) => {
    const response = await get(path, { "Accept-Language": "en" });
    expect(response.status).toBe(410);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const text = await response.text();
    const spanish = path.startsWith("/es/");
    expect(text).toContain(spanish ? "Lo pidió una participante." : "A participant asked for it.");
    expect(text).not.toContain("Hello from gone");
  });

  test("is gone at a document's address and in the API, too", async () => {
    expect((await get("/es/read/gone-paper")).status).toBe(410);
    const response = await get("/api/v1/works/gone-paper");
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await jsonOf(response)).toMatchObject({
      status: 410,
      detail: "A participant asked for it.",
    });
  });

  test("gives its notice in the reader's language in the embed", async () => {
    expect(await (await get("/embed/gone?lang=es")).text()).toContain("Lo pidió una participante.");
  });

  test.each(["/en/", "/en/library", "/api/v1/works"])("isn't listed at %s", async (path) => {
    expect(await (await get(path)).text()).not.toMatch(/Film gone|Paper gone|"gone/);
  });
});

test("a work of another kind is one redirect away", async () => {
  const response = await get("/es/read/film");
  expect(response.status).toBe(301);
  expect(response.headers.get("Location")).toBe("/es/watch/film");
});
