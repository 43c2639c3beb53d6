import { expect, test } from "vitest";
import { get } from "../../support/ask.ts";

test("the API's page shows every operation of the OpenAPI document, with examples", async () => {
  const page = await get("/api");
  expect(page.status).toBe(200);
  const html = await page.text();
  const { paths } = (await (await get("/api/v1/openapi.json")).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations.length).toBeGreaterThan(20);
  for (const { operationId } of operations) expect(html).toContain(`<section id="${operationId}">`);
  expect(html).toContain("An answer");
});
