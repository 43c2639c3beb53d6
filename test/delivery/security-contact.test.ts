import { beforeEach, expect, test } from "vitest";
import { get, origin } from "../support/ask.ts";
import { librarySettings, publish } from "../support/library.ts";

const path = "/.well-known/security.txt";

beforeEach(async () => {
  await publish(librarySettings());
});

test.each([
  ["library@example.org", "mailto:library@example.org"],
  ["mailto:library@example.org", "mailto:library@example.org"],
  ["https://example.org/contact", "https://example.org/contact"],
])("security.txt has the library's contact %s as a URI (RFC 9116)", async (contact, expected) => {
  await publish(librarySettings({ contact, interfaceLanguages: ["en", "es"] }));
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")?.toLowerCase()).toBe("text/plain; charset=utf-8");
  const lines = (await response.text()).trim().split("\n");
  const fields = new Map(lines.map((line) => line.split(/: (.*)/) as [string, string]));
  expect(fields.get("Contact")).toBe(expected);
  expect(fields.get("Canonical")).toBe(origin + path);
  expect(fields.get("Preferred-Languages")).toBe("en, es");
  const days = (Date.parse(fields.get("Expires") ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});

test("a library without a contact has no security.txt, because a contact is required", async () => {
  const response = await get(path);
  expect(response.status).toBe(404);
});
