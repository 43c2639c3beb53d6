import { expect, test } from "vitest";
import { get } from "../../support/ask.ts";

test.each([
  ["es-MX,es;q=0.9", "/es/"],
  ["vi", "/vi/"],
  ["ht", "/en/"],
  ["", "/en/"],
])("/ leads a reader of %j to %s, and tells caches why", async (accepted, location) => {
  const response = await get("/", { "Accept-Language": accepted });
  expect(response.status).toBe(302);
  expect(response.headers.get("Location")).toBe(location);
  expect(response.headers.get("Vary")).toBe("Accept-Language");
});

test("a language without a slash redirects to its home page", async () => {
  const response = await get("/vi");
  expect(response.status).toBe(301);
  expect(response.headers.get("Location")).toBe("/vi/");
});

test("an empty library has a home page and is healthy", async () => {
  expect((await get("/es/")).status).toBe(200);
  expect((await get("/en/library")).status).toBe(200);
  const response = await get("/healthz");
  expect(await response.json()).toEqual({ status: "ok", library: "empty" });
});
