import type { z } from "zod";
import type { Path } from "../source.ts";
import { intendedField, misspelledField, type SchemaError, valueAt } from "./explain.ts";
import { expectedAt } from "./schema-walk.ts";

/** A manifest as its writer meant it: what stands under another name is looked at under its own. */
export interface CorrectedManifest {
  readonly value: unknown;
  /** A fault for each field that has another name. */
  readonly faults: readonly SchemaError[];
  /** The way to the same place in the manifest as it is written. */
  asWritten(path: Path): Path;
}

/** A field that was given its own name. */
interface Renamed {
  /** The way to it under its own name. */
  readonly path: Path;
  readonly written: string;
}

/** No manifest nests deeper, and each round gives names at one more depth. */
const mostRounds = 8;

/**
 * Gives fields their own names where it is clear which are meant (`caption`, `captions`), so that what
 * they hold is checked in the same run, and isn't told as missing.
 */
export function correctFieldNames(written: unknown, schema: z.ZodType): CorrectedManifest {
  let value = written;
  const renamed: Renamed[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const found = findMisspelt(value, schema);
    if (found.length === 0) break;
    for (const one of found) {
      const parent = one.path.slice(0, -1);
      const name = String(one.path.at(-1));
      if (Object.hasOwn(Object(valueAt(value, parent)), name)) continue;
      value = rename(value, parent, one.written, name);
      renamed.push(one);
    }
  }
  const asWritten = (path: Path): Path =>
    path.map((step, index) => {
      const isHere = (one: Renamed) =>
        one.path.length === index + 1 && one.path.every((own, depth) => own === path[depth]);
      return renamed.find(isHere)?.written ?? step;
    });
  const faults = renamed.map(({ path, written: key }): SchemaError => {
    return {
      path: asWritten(path),
      isKey: true,
      message: misspelledField(key, String(path.at(-1))),
    };
  });
  return { value, faults, asWritten };
}

/** The fields that the schema doesn't know, and that are near to one which isn't there. */
function findMisspelt(value: unknown, schema: z.ZodType): Renamed[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [];
    const path = issue.path.filter((step) => typeof step !== "symbol");
    const { fields } = expectedAt(schema, path);
    return issue.keys.flatMap((written): Renamed[] => {
      const name = intendedField(written, fields);
      const isTaken = name === undefined || Object.hasOwn(Object(valueAt(value, path)), name);
      return isTaken ? [] : [{ path: [...path, name], written }];
    });
  });
}

/** The value with one key of the object at a path renamed, and in its place. */
function rename(value: unknown, path: Path, from: string, to: string): unknown {
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    return value.map((entry, index) => (index === step ? rename(entry, rest, from, to) : entry));
  }
  const entries = Object.entries(Object(value)).map(([key, held]) => {
    if (step !== undefined) return [key, key === step ? rename(held, rest, from, to) : held];
    return [key === from ? to : key, held];
  });
  return Object.fromEntries(entries);
}
