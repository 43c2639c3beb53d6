import { expect, test } from "vitest";
import {
  type FieldSchema,
  formKinds,
  schemaOf,
} from "../../../../src/console/client/publish/form/schema.ts";
import { es } from "../../../../src/console/client/publish/strings/es.ts";
import { leftOutReasons } from "../../../../src/inspection/names/left-out.ts";

/** What a schema says of all its fields. */
function descriptionsIn(schema: FieldSchema): string[] {
  const { description, properties = {}, propertyNames, additionalProperties, items } = schema;
  const { oneOf = [], anyOf = [] } = schema;
  const parts = [...Object.values(properties), ...oneOf, ...anyOf, propertyNames, items];
  const others = additionalProperties === false ? undefined : additionalProperties;
  return [
    ...(description === undefined ? [] : [description]),
    ...[...parts, others].flatMap((part) => (part === undefined ? [] : descriptionsIn(part))),
  ];
}

test("what the form says of each field is translated as it is now, and nothing else is", () => {
  const said = formKinds.flatMap((kind) => descriptionsIn(schemaOf(kind)));
  expect(said.length).toBeGreaterThan(50);
  expect(Object.keys(es.help).sort()).toEqual([...new Set(said)].sort());
});

test("why a file isn't used is translated as it is now, whatever the reason", () => {
  expect(Object.keys(es.leftOutReasons).sort()).toEqual(Object.values(leftOutReasons).sort());
});
