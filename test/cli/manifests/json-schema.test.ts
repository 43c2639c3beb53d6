import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../../src/manifest/json-schema.ts";
import { manifestReference } from "../../../src/manifest/reference.ts";

const root = join(import.meta.dirname, "../../..");

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Every field of a schema with the way to it, at whatever depth. */
function fieldsOf(schema: Schema, path = ""): [string, Schema][] {
  const { properties = {}, items, anyOf = [], oneOf = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, field]): [string, Schema][] => [
      [`${path}.${name}`, field],
      ...fieldsOf(field, `${path}.${name}`),
    ]),
    ...[...anyOf, ...oneOf, ...(items === undefined ? [] : [items])].flatMap((option) =>
      fieldsOf(option, path),
    ),
  ];
}

describe("the JSON Schemas that editors use", () => {
  it.each(Object.entries(jsonSchemas()))(
    "%s is up to date (else: node scripts/make-schema.ts)",
    (name, text) => {
      expect(readFileSync(join(root, "media-manifests/schema", name), "utf8")).toBe(text);
    },
  );

  it.each(Object.entries(jsonSchemas()))("%s explains each of its fields", (_, text) => {
    const fields = fieldsOf(JSON.parse(text));
    expect(fields.length).toBeGreaterThan(8);
    for (const [path, field] of fields) expect(field, path).toHaveProperty("description");
  });

  it.each(Object.entries(jsonSchemas()))("%s shows what a field may hold", (_, text) => {
    for (const [path, field] of fieldsOf(JSON.parse(text))) {
      const shows = ["examples", "enum", "const", "properties", "pattern"];
      const isChoice = "type" in field && field.type === "boolean";
      expect(isChoice || shows.some((key) => key in field), path).toBe(true);
    }
  });
});

describe("docs/manifest.md", () => {
  const text = manifestReference();

  it("is up to date (else: node scripts/make-schema.ts)", () => {
    expect(readFileSync(join(root, "docs/manifest.md"), "utf8")).toBe(text);
  });

  it("has a line for each field of each manifest", () => {
    for (const schema of Object.values(jsonSchemas())) {
      for (const name of Object.keys(JSON.parse(schema).properties)) {
        expect(text).toContain(`| \`${name}\` |`);
      }
    }
  });
});
