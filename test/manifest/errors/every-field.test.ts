import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import * as z from "zod";
import { readManifest } from "../../../src/manifest/read.ts";
import { manifestFileName, manifestKinds, manifestSchemas } from "../../../src/manifest/schema.ts";
import { maxEpisodesInSeason, maxTextLength } from "../../../src/records/schema/limits.ts";

/** Every field of every manifest with wrong values: no text of zod reaches whoever reads the message. */

type Schema = z.core.$ZodType;

/** Elsewhere a short list is as wrong, and read a thousand times sooner. */
const longList = "a long list, where a list may be";

/** Wrong in most places, and in any place for the one or the other. */
const wrongValues: Readonly<Record<string, unknown>> = {
  nothing: null,
  "an empty text": "",
  "a text": "x y!",
  "a long text": "x".repeat(2 * maxTextLength),
  "a number": -1.5,
  "a large number": 1e300,
  "a truth value": true,
  "an empty list": [],
  "a list of numbers": [1, 2],
  "a list of long texts": Array(20).fill("x".repeat(100)),
  [longList]: Array(maxEpisodesInSeason + 1).fill("x"),
  "a list of sets": [{ unknown: 1 }],
  "an empty set": {},
  "a set with an unknown field": { unknown: 1 },
  "a set with a wrong mode": { mode: "unknown" },
};

/** zod's own messages, as its English locale has them. */
const zodText =
  /\b(Invalid (input|string|key|element|option|ISO|date|email|URL)|Too (big|small)|Unrecognized key|expected (string|number|int|array|object|record|boolean|one of)|received (undefined|null|string|number|NaN))/i;

function unwrap(schema: Schema): Schema {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap())
    : schema;
}

type Path = readonly (string | number)[];

interface Field {
  readonly path: Path;
  readonly schema: Schema;
}

/** All fields below a schema; where values differ, those of each option. */
function fieldsOf(schema: Schema, path: Path = []): Field[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodDiscriminatedUnion || inner instanceof z.ZodUnion) {
    return inner.options.flatMap((option: Schema) => fieldsOf(option, path));
  }
  const below = (step: string | number, field: Schema): Field[] => [
    { path: [...path, step], schema: field },
    ...fieldsOf(field, [...path, step]),
  ];
  if (inner instanceof z.ZodArray) return below(0, inner.element);
  if (inner instanceof z.ZodRecord) return [{ path: [...path, "en"], schema: inner.valueType }];
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([name, field]) => below(name, field as Schema));
}

function canBeList(schema: Schema): boolean {
  const inner = unwrap(schema);
  return inner instanceof z.ZodUnion ? inner.options.some(canBeList) : inner instanceof z.ZodArray;
}

/** A manifest with nothing but its kind and one value. */
function manifestWith(kind: string, path: Path, value: unknown): object {
  const nested = path.reduceRight<unknown>(
    (held, step) => (typeof step === "number" ? [held] : { [step]: held }),
    value,
  );
  return { kind, ...Object(nested) };
}

describe.each(manifestKinds)("in a %s", (kind) => {
  const fields = fieldsOf(manifestSchemas[kind]).filter(({ path: [first] }) => first !== "kind");
  const names = (some: readonly Field[]) => new Map(some.map(({ path }) => [path.join("."), path]));

  it.each(Object.keys(wrongValues))("any field has messages of our own for %s", (what) => {
    expect(names(fields).size).toBeGreaterThan(10);
    const tried = what === longList ? fields.filter(({ schema }) => canBeList(schema)) : fields;
    for (const [name, path] of names(tried)) {
      const yaml = stringify(manifestWith(kind, path, wrongValues[what]), {
        aliasDuplicateObjects: false,
      });
      const { manifest, problems } = readManifest(manifestFileName(kind), yaml);
      expect(manifest, name).toBeUndefined();
      expect(problems.length, name).toBeGreaterThan(0);
      for (const { message, line, column } of problems) {
        expect(message, `${name}: ${yaml.slice(0, 200)}`).not.toMatch(zodText);
        expect(message.length, name).toBeLessThan(1000);
        expect(message, name).not.toMatch(
          /undefined|\bNaN\b|\[object|\ba [aeiou]\w+ (entry|episode)/,
        );
        expect(line, name).toBeGreaterThan(0);
        expect(column, name).toBeGreaterThan(0);
      }
    }
  });
});

describe("an issue of any code that zod knows", () => {
  it.each([
    [z.string(), 1, "must be a text"],
    [z.int(), 1.5, "must be a whole number"],
    [z.number().max(3), 4, "must be 3 or less"],
    [z.number().min(3), 2, "must be 3 or more"],
    [z.string().max(1), "ab", "must have at most 1 character"],
    [z.string().min(2), "a", "must have at least 2 characters"],
    [z.array(z.string()).max(1), ["a", "b"], "must have at most 1 entry"],
    [z.number().multipleOf(2), 3, "must be a multiple of 2"],
    [z.enum(["a", "b"]), "c", "must be a or b"],
    [z.strictObject({}), { a: 1 }, "has no field a"],
    [z.email(), "a", "must be an e-mail address, such as name@example.org"],
    [
      z.iso.datetime(),
      "a",
      "must be a date with a time and its time zone, such as 2026-11-01T09:00:00-07:00",
    ],
    [z.string().regex(/^a$/), "b", "must be written in another form"],
    [z.union([z.string(), z.boolean()]), 1, "is none of the values that are possible here"],
    [z.record(z.string().max(1), z.string()), { ab: "a" }, "has a key that isn't valid here"],
    [z.custom(() => false), 1, "isn't valid"],
    [z.object({ a: z.string() }), {}, "is missing"],
  ])("has a text of our own: %#", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toBe(message);
  });
});
