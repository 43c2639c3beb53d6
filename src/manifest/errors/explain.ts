import type { z } from "zod";
import type { Path } from "../source.ts";
import { brief, explainValue, type ValueContext } from "./explain-value.ts";
import { nearestWord } from "./nearest.ts";
import { expectedAt } from "./schema-walk.ts";
import { otherNames } from "./synonyms.ts";

/** A fault found by a schema, in plain words, and where it stands. */
export interface SchemaError {
  readonly path: Path;
  /** Whether the fault is the key at the path's end, not its value. */
  readonly isKey: boolean;
  readonly message: string;
}

/**
 * Puts what zod found into words: what is wrong, and what to write instead.
 * @param value the manifest as it was read
 */
export function explain(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): SchemaError[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const found = valueAt(value, path);
  const { fields, description } = expectedAt(schema, path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      isKey: true,
      message: unknownField(key, fields),
    }));
  }
  if (issue.code === "invalid_key") {
    return [{ path, isKey: true, message: issue.issues[0]?.message ?? issue.message }];
  }
  const place: ValueContext = {
    field: String(path.findLast((step) => typeof step === "string") ?? "manifest"),
    isEntry: typeof path.at(-1) === "number",
    fields,
    entryFields: expectedAt(schema, [...path, 0]).fields,
    hasTextsForName: expectedAt(schema, [...path, "name"]).isTexts,
    language: languageOf(value),
  };
  const about = description === undefined ? "" : `. ${description}`;
  if (found === undefined) {
    return [{ path, isKey: false, message: `\`${place.field}\` is missing${about}` }];
  }
  if (found === null || found === "") {
    // In YAML all that follows a # is a remark.
    const hint =
      found === null ? `${about === "" ? "." : ""} A text that begins with # goes in quotes.` : "";
    const name = place.isEntry ? `An entry of \`${place.field}\`` : `\`${place.field}\``;
    return [{ path, isKey: true, message: `${name} is empty${about}${hint}` }];
  }
  return [{ path, isKey: false, message: explainValue(issue, place, found) }];
}

/** The field that was meant by a key that is none of them; undefined where none is near. */
export function intendedField(key: string, fields: readonly string[]): string | undefined {
  if (fields.includes(key)) return undefined;
  const other = otherNames[nearestWord(key, Object.keys(otherNames)) ?? ""];
  return (
    nearestWord(key, fields) ?? (other !== undefined && fields.includes(other) ? other : undefined)
  );
}

/** Says that a field is called otherwise here. */
export function misspelledField(key: string, name: string): string {
  return `\`${brief(key)}\` is no field here: did you mean \`${name}\`?`;
}

function unknownField(key: string, fields: readonly string[]): string {
  const meant = intendedField(key, fields);
  if (meant !== undefined) return misspelledField(key, meant);
  return `\`${brief(key)}\` is no field here: ${adviseOtherwise(key, fields)}`;
}

function adviseOtherwise(key: string, fields: readonly string[]): string {
  if (fields.includes(key)) return "it goes with another `mode`, so take one of the two out";
  const listed = fields.map((name) => `\`${name}\``).join(", ");
  return fields.length === 0 || fields.length > 8 ? "take it out" : `there are ${listed}`;
}

/** The manifest's own language, for examples in messages. */
function languageOf(manifest: unknown): string {
  const language = valueAt(manifest, ["inLanguage"]);
  return typeof language === "string" && /^[a-z]{2,3}$/.test(language) ? language : "en";
}

/** The value at a path, or undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}
