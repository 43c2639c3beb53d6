import * as z from "zod";
import * as contract from "../contract.ts";

/** JSON Schema (draft 2020-12), which OpenAPI 3.1 uses. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const componentPath = "#/components/schemas/";

/** The contract's schemas as JSON Schema. */
export interface ContractSchemas {
  /** A reference to a schema of the contract. */
  reference(schema: z.ZodType): JsonSchema;
  /** The members of an object's schema, such as query parameters. */
  membersOf(schema: z.ZodType): readonly { name: string; schema: JsonSchema; required: boolean }[];
  /** Every schema that some references lead to, by name. */
  componentsFor(references: unknown): Record<string, JsonSchema>;
}

/**
 * Converts every schema that the contract exports. A component is called as the contract's constant, with a capital
 * letter; other schemas stand where they are used.
 */
export function contractSchemas(): ContractSchemas {
  const names = new Map<z.ZodType, string>();
  const registry = z.registry<{ id: string }>();
  for (const [name, value] of Object.entries<unknown>(contract)) {
    if (!(value instanceof z.ZodType) || names.has(value)) continue;
    const id = name.charAt(0).toUpperCase() + name.slice(1);
    names.set(value, id);
    registry.add(value, { id });
  }
  const converted = z.toJSONSchema(registry, {
    io: "input",
    uri: (id) => componentPath + id,
    // What has a description of another type than its schema's: a number in a query (limitParameter).
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === "integer") delete jsonSchema.pattern;
    },
  }).schemas as Readonly<Record<string, JsonSchema>>;
  const nameOf = (schema: z.ZodType) => {
    const name = names.get(schema);
    if (name === undefined) throw new TypeError("The contract doesn't export this schema");
    return name;
  };
  const resolve = ({ $ref, ...schema }: JsonSchema): JsonSchema => {
    if (typeof $ref !== "string") return schema;
    const { $schema: _, $id: __, ...referred } = converted[$ref.slice(componentPath.length)] ?? {};
    return { ...referred, ...schema };
  };
  return {
    reference: (schema) => ({ $ref: componentPath + nameOf(schema) }),
    membersOf(schema) {
      const { properties = {}, required = [] } = objectSchema.parse(converted[nameOf(schema)]);
      return Object.entries(properties).map(([name, member]) => ({
        name,
        schema: resolve(member),
        required: required.includes(name),
      }));
    },
    componentsFor(references) {
      const found = new Map<string, JsonSchema>();
      const visit = (value: unknown): void => {
        for (const name of namesIn(value)) {
          const schema = converted[name];
          if (found.has(name) || schema === undefined) continue;
          const { $schema: _, $id: __, ...component } = schema;
          found.set(name, component);
          visit(component);
        }
      };
      visit(references);
      return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  required: z.array(z.string()).optional(),
});

/** The names of the components that a value refers to. */
function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "$ref" && typeof member === "string" && member.startsWith(componentPath)
      ? [member.slice(componentPath.length)]
      : namesIn(member),
  );
}

/** The same schema for answers: a later release may add members (docs/api.md), so that none are forbidden. */
export function allowMoreMembers(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "additionalProperties" && value === false ? undefined : value,
  ) as JsonSchema;
}
