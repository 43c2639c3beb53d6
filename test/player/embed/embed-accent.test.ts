import { expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import { episode, librarySettings, publish } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

const [light, dark] = ["#1a4f8b", "#8ab8f0"];
const embed = "/embed/film?lang=en";

async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

test("an embed has its library's accent color, inline and allowed by its Content-Security-Policy", async () => {
  await publish(await episode("film"));
  const plain = await get(embed);
  expect(await plain.text()).not.toContain(dark);

  await publish(librarySettings({ accentColor: { light, dark } }));
  const response = await get(embed);
  const styles = (await pageOf(response)).contentOf("style");
  const style = styles.find((one) => one.includes(dark)) ?? "";
  // It is the last style, so it takes precedence.
  expect(styles.at(-1)).toBe(style);
  expect(style).toContain(`--accent:${dark}`);
  expect(style).not.toContain(light);
  expect(response.headers.get("Content-Security-Policy")).toContain(await hashSource(style));

  // A 304 has the same policy, since browsers replace the stored headers by it (RFC 9111, 3.2).
  const known = { "If-None-Match": response.headers.get("ETag") ?? "" };
  const unchanged = await get(embed, known);
  expect(unchanged.status).toBe(304);
  expect(unchanged.headers.get("Content-Security-Policy")).toContain(await hashSource(style));
});
