import type { z } from "zod";
import type { Path, Source } from "../source.ts";
import { explainValue, shorten, type ValueContext } from "./explain-value.ts";
import { nearestWord } from "./nearest.ts";
import { expectedAt } from "./schema-walk.ts";
import { fieldSynonyms } from "./synonyms.ts";
import { valueAt } from "./values.ts";

/** An error that a schema found, in plain words, and its path. */
export interface SchemaError {
  readonly path: Path;
  /** Whether the key at the path's end is wrong, not its value. */
  readonly isKey: boolean;
  readonly message: string;
}

/** How values and keys are written in a manifest's file. */
export type WrittenText = Pick<Source, "writtenAt" | "writtenKeyAt">;

/**
 * Explains an issue of zod: what is wrong, and what to write instead. Of a topic, which is a text or a set of
 * texts, the issues of the form that was written.
 * @param value the manifest as it was read
 */
export function explain(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  value: unknown,
  { writtenAt, writtenKeyAt }: WrittenText,
): SchemaError[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const found = valueAt(value, path);
  if (issue.code === "invalid_union" && path[0] === "keywords") {
    const issues = issue.errors[isObject(found) ? 1 : 0] ?? [];
    const atPlace = issues.map((one) => ({ ...one, path: [...path, ...one.path] }));
    return atPlace.flatMap((one) => explain(one, schema, value, { writtenAt, writtenKeyAt }));
  }
  const { fields, description } = expectedAt(schema, path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      isKey: true,
      message: explainUnknownField(writtenKeyAt([...path, key]) ?? key, fields),
    }));
  }
  if (issue.code === "invalid_key") {
    return [{ path, isKey: true, message: issue.issues[0]?.message ?? issue.message }];
  }
  const context: ValueContext = {
    field: String(path.findLast((step) => typeof step === "string") ?? "manifest"),
    isEntry: typeof path.at(-1) === "number",
    fields,
    entryFields: expectedAt(schema, [...path, 0]).fields,
    hasTextsForName: expectedAt(schema, [...path, "name"]).isTexts,
    language: languageOf(value),
    written: writtenAt(path),
  };
  const about = description === undefined ? "" : `. ${description}`;
  if (found === undefined) {
    return [{ path, isKey: false, message: `\`${context.field}\` is missing${about}` }];
  }
  if (found === null || found === "") {
    const name = context.isEntry ? `An entry of \`${context.field}\`` : `\`${context.field}\``;
    if (found === null && context.written) {
      const message = `${name} is empty, because ${context.written} means nothing in YAML: put it in quotes, "${context.written}"${about}`;
      return [{ path, isKey: false, message }];
    }
    // In YAML everything after a # is a comment.
    const hint =
      found === null ? `${about === "" ? "." : ""} Put a text that begins with # in quotes.` : "";
    return [{ path, isKey: true, message: `${name} is empty${about}${hint}` }];
  }
  return [{ path, isKey: false, message: explainValue(issue, context, found) }];
}

const isObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The field that an unknown key probably means; undefined if none is similar. */
export function intendedFieldName(key: string, fields: readonly string[]): string | undefined {
  if (fields.includes(key)) return undefined;
  const other = fieldSynonyms[nearestWord(key, Object.keys(fieldSynonyms)) ?? ""];
  return (
    nearestWord(key, fields) ?? (other !== undefined && fields.includes(other) ? other : undefined)
  );
}

/** Says which name a field has here. */
export function explainMisspelledField(key: string, name: string): string {
  return `\`${shorten(key)}\` isn't a field here: did you mean \`${name}\`?`;
}

function explainUnknownField(key: string, fields: readonly string[]): string {
  const meant = intendedFieldName(key, fields);
  if (meant !== undefined) return explainMisspelledField(key, meant);
  return `\`${shorten(key)}\` isn't a field here: ${suggestField(key, fields)}`;
}

/** A series has nine fields; an episode's would fill lines. */
const maxListedFields = 10;

function suggestField(key: string, fields: readonly string[]): string {
  if (fields.includes(key)) return "it belongs to another `mode`: remove one of the two";
  const listed = fields.map((name) => `\`${name}\``).join(", ");
  return fields.length === 0 || fields.length > maxListedFields
    ? "remove it"
    : `the fields are ${listed}`;
}

/** The manifest's own language, for examples in messages. */
function languageOf(manifest: unknown): string {
  const language = valueAt(manifest, ["inLanguage"]);
  return typeof language === "string" && /^[a-z]{2,3}$/.test(language) ? language : "en";
}
