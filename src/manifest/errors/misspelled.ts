import type { z } from "zod";
import type { Path } from "../source.ts";
import { explainMisspelledField, intendedFieldName, type SchemaError } from "./explain.ts";
import { expectedAt } from "./schema-walk.ts";
import { renameKey, valueAt } from "./values.ts";

/** A manifest whose misspelled field names are corrected, so that their values can be checked. */
export interface CorrectedManifest {
  readonly value: unknown;
  /** An error for each field whose name was corrected. */
  readonly errors: readonly SchemaError[];
  /** The path of the same value in the manifest as it is written. */
  asWritten(path: Path): Path;
}

/** A field whose name was corrected. */
interface Renamed {
  /** Its path under the corrected name. */
  readonly path: Path;
  readonly written: string;
}

/** No manifest is nested deeper, and each round corrects names one level deeper. */
const maxRounds = 8;

/**
 * Corrects field names where it is clear which are meant (`caption`, `captions`), so that their values
 * are checked in the same run and aren't reported as missing.
 */
export function correctFieldNames(written: unknown, schema: z.ZodType): CorrectedManifest {
  let value = written;
  const renamed: Renamed[] = [];
  for (let round = 0; round < maxRounds; round += 1) {
    const found = findMisspelled(value, schema);
    if (found.length === 0) break;
    for (const one of found) {
      const parent = one.path.slice(0, -1);
      const name = String(one.path.at(-1));
      if (Object.hasOwn(Object(valueAt(value, parent)), name)) continue;
      value = renameKey(value, parent, one.written, name);
      renamed.push(one);
    }
  }
  const asWritten = (path: Path): Path =>
    path.map((step, index) => {
      const isHere = (one: Renamed) =>
        one.path.length === index + 1 && one.path.every((own, depth) => own === path[depth]);
      return renamed.find(isHere)?.written ?? step;
    });
  const errors = renamed.map(({ path, written: key }): SchemaError => {
    return {
      path: asWritten(path),
      isKey: true,
      message: explainMisspelledField(key, String(path.at(-1))),
    };
  });
  return { value, errors, asWritten };
}

/** The unknown fields whose names are similar to one that is absent. */
function findMisspelled(value: unknown, schema: z.ZodType): Renamed[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [];
    const path = issue.path.filter((step) => typeof step !== "symbol");
    const { fields } = expectedAt(schema, path);
    return issue.keys.flatMap((written): Renamed[] => {
      const name = intendedFieldName(written, fields);
      const isTaken = name === undefined || Object.hasOwn(Object(valueAt(value, path)), name);
      return isTaken ? [] : [{ path: [...path, name], written }];
    });
  });
}
