import { expect, test } from "vitest";
import { get } from "../../support/ask.ts";

test("the API's page lists and shows every operation of the OpenAPI document, with examples", async () => {
  const page = await get("/api");
  expect(page.status).toBe(200);
  const html = await page.text();
  const { paths } = (await (await get("/api/v1/openapi.json")).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations.length).toBeGreaterThan(20);
  for (const { operationId } of operations) {
    expect(html).toContain(`<section id="${operationId}">`);
    expect(html).toContain(`<a href="#${operationId}">`);
  }
  expect(html).toContain("An answer");
  expect(html).toContain('<a href="/api/v1/search?');
});

test("the API's page reads the Markdown of its descriptions, and its links have their places", async () => {
  const html = await (await get("/api")).text();
  expect(html).toContain("Without <code>lang</code>, each");
  const withoutExamples = html.replace(/<pre>[\s\S]*?<\/pre>/g, "");
  expect(withoutExamples.slice(withoutExamples.indexOf("<main"))).not.toContain("`");
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(` id="${id}"`);
});
