import { beforeEach, expect, test } from "vitest";
import { get, origin } from "../support/ask.ts";
import { librarySettings, publish } from "../support/library.ts";

const path = "/.well-known/security.txt";

beforeEach(async () => {
  await publish(librarySettings());
});

/** The fields in order. Every line is a field, and ends (RFC 9116 §4: `field-name ":" SP value eol`). */
function fieldsOf(text: string): [string, string][] {
  expect(text).toMatch(/\n$/);
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => {
      const [, name = "", value = ""] = /^([A-Za-z-]+): (\S.*\S)\r?$/.exec(line) ?? [];
      expect(name, line).not.toBe("");
      return [name, value];
    });
}

test.each([
  ["library@example.org", "mailto:library@example.org"],
  ["mailto:library@example.org", "mailto:library@example.org"],
  ["https://example.org/contact", "https://example.org/contact"],
  ["https://example.org/contact us?a=ñ", "https://example.org/contact%20us?a=%C3%B1"],
])("security.txt has the library's contact %s as a URI (RFC 9116)", async (contact, expected) => {
  await publish(librarySettings({ contact, interfaceLanguages: ["en", "es"] }));
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")?.toLowerCase()).toBe("text/plain; charset=utf-8");
  const fields = fieldsOf(await response.text());
  // Only Contact may appear more than once, and it must; Expires must appear (§2.5.3, §2.5.5).
  expect(fields.map(([name]) => name).sort()).toEqual([
    "Canonical",
    "Contact",
    "Expires",
    "Preferred-Languages",
  ]);
  const values = new Map(fields);
  expect(values.get("Contact")).toBe(expected);
  expect(values.get("Canonical")).toBe(origin + path);
  expect(values.get("Preferred-Languages")).toBe("en, es");
  const expires = values.get("Expires") ?? "";
  expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  const days = (Date.parse(expires) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});

test("a library without a contact has no security.txt, because a contact is required", async () => {
  const response = await get(path);
  expect(response.status).toBe(404);
});
