import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../src/manifest/json-schema.ts";

const folder = join(import.meta.dirname, "../../media-manifests/schema");

describe("the JSON Schemas that editors use", () => {
  it.each(Object.entries(jsonSchemas()))(
    "%s is up to date (else: node scripts/make-schema.ts)",
    (name, text) => {
      expect(readFileSync(join(folder, name), "utf8")).toBe(text);
    },
  );

  it.each(Object.entries(jsonSchemas()))("%s explains each of its fields", (_, text) => {
    const fields: Record<string, object> = JSON.parse(text).properties;
    for (const [field, schema] of Object.entries(fields)) {
      expect(schema, field).toHaveProperty("description");
    }
  });
});
