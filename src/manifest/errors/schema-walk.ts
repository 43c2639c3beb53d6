import * as z from "zod";
import type { Path } from "../source.ts";

/** What a schema says about the value at one path, for messages. */
export interface Expected {
  /** The fields that the value may have; empty if it isn't a set of fields. */
  readonly fields: readonly string[];
  /** Whether it is a text in several languages. */
  readonly isTexts: boolean;
  /** What the field means, as an editor shows it. */
  readonly description: string | undefined;
}

/** Follows a path through a schema. */
export function expectedAt(schema: z.ZodType, path: Path): Expected {
  let options: z.core.$ZodType[] = [schema];
  for (const step of path) options = options.flatMap((option) => stepInto(unwrap(option), step));
  const fields = options.flatMap((option) => fieldsOf(unwrap(option)));
  const descriptions = options.map((option) => describe(option) ?? describe(unwrap(option)));
  const isTexts = options.some((option) => unwrap(option) instanceof z.ZodRecord);
  return { fields: [...new Set(fields)], isTexts, description: descriptions.find((text) => text) };
}

function stepInto(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option: z.core.$ZodType) => stepInto(option, step));
  }
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, step)) {
    return [schema.shape[step] as z.core.$ZodType];
  }
  return [];
}

function fieldsOf(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return schema.options.flatMap((option: z.core.$ZodType) => fieldsOf(option));
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap())
    : schema;
}

function describe(schema: z.core.$ZodType): string | undefined {
  return schema instanceof z.ZodType ? schema.description : undefined;
}
