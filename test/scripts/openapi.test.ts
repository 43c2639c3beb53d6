import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { openApiDocument } from "../../src/api/openapi/document.ts";

const folder = mkdtempSync(join(tmpdir(), "openapi-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = JSON.stringify(openApiDocument("https://videos.test"));

test("Redocly finds nothing wrong with the description", async () => {
  const file = join(folder, "openapi.json");
  writeFileSync(file, text);
  const redocly = join(import.meta.dirname, "../../node_modules/@redocly/cli/bin/cli.js");
  const options = ["lint", "--extends=recommended", "--format=json", file];
  const { stdout } = await promisify(execFile)(process.execPath, [redocly, ...options], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] });
});

test("answers may get members, and requests may not have others", () => {
  const { components } = JSON.parse(text) as {
    components: { schemas: Record<string, { additionalProperties?: unknown }> };
  };
  expect(components.schemas.PublicEpisode).not.toHaveProperty("additionalProperties");
  expect(components.schemas.PlanRequest).toHaveProperty("additionalProperties", false);
});

test("every operation says that the stores may not answer", () => {
  const { paths } = openApiDocument("https://videos.test");
  const silent = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation !== undefined && "responses" in operation && !("503" in operation.responses)
        ? [`${method} ${path}`]
        : [],
    ),
  );
  expect(silent).toEqual([]);
});
