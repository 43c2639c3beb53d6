import { explain, explainMisspelledField, type SchemaError } from "./errors/explain.ts";
import { quote, suggestChoice } from "./errors/explain-value.ts";
import { findWrongTags, preferTags } from "./errors/language-tags.ts";
import { correctFieldNames } from "./errors/misspelled.ts";
import { nearestWord } from "./errors/nearest.ts";
import { suggestForSynonym } from "./errors/synonyms.ts";
import { valueAt } from "./errors/values.ts";
import { omitInvalid } from "./omit-invalid.ts";
import { type Manifest, type ManifestKind, manifestKinds, manifestSchemas } from "./schema.ts";
import type { Path, Source } from "./source.ts";

/** A manifest's value held against the schema of its kind. */
export interface Validated {
  /**
   * The manifest without what is invalid in it, so that the rest can be checked in the same run; undefined
   * if its kind isn't known.
   */
  readonly manifest: Manifest | undefined;
  /** The fields of which something was left out, or that are missing. Empty if there are no errors. */
  readonly invalidFields: ReadonlySet<string>;
  /** What was written, with corrected field names and preferred language tags. */
  readonly value: unknown;
  readonly errors: readonly SchemaError[];
  readonly warnings: readonly SchemaError[];
  /** The path of the same value in the manifest as it is written. */
  asWritten(path: Path): Path;
}

/** Validates a value against the schema of its kind. @param source where it is written */
export function validate(written: unknown, source: Source): Validated {
  const kind = findKind(written, source);
  if (typeof kind !== "string") {
    return {
      manifest: undefined,
      invalidFields: new Set(),
      value: written,
      errors: [kind],
      warnings: [],
      asWritten: (path) => path,
    };
  }
  const schema = manifestSchemas[kind];
  const preferred = preferTags(written);
  const corrected = correctFieldNames(preferred.value, schema);
  const { value } = corrected;
  const asWritten = (path: Path) => preferred.asWritten(corrected.asWritten(path));
  const writtenKeyAt = (path: Path) => source.writtenKeyAt(asWritten(path));
  const writtenAt = (path: Path) => source.writtenAt(asWritten(path));
  const result = schema.safeParse(value);
  // Language tags are checked separately, because that check knows the names of languages.
  const tags = findWrongTags(value, writtenKeyAt);
  const reported = new Set(tags.map(({ path }) => JSON.stringify(path)));
  const schemaErrors = (result.error?.issues ?? [])
    .flatMap((issue) => explain(issue, schema, value, { writtenAt, writtenKeyAt }))
    .filter(({ path }) => !reported.has(JSON.stringify(path)));
  const located = [...schemaErrors, ...tags].map((error) => ({
    ...error,
    path: asWritten(error.path),
  }));
  const misspelled = corrected.errors.map((error) => ({
    ...error,
    path: preferred.asWritten(error.path),
  }));
  const { manifest, invalidFields } = omitInvalid(kind, value);
  return {
    manifest,
    invalidFields,
    value,
    errors: [...misspelled, ...located],
    warnings: preferred.warnings,
    asWritten,
  };
}

function findKind(value: unknown, source: Source): ManifestKind | SchemaError {
  const error = (path: Path, message: string): SchemaError => ({ path, isKey: false, message });
  if (value === null)
    return error([], "this file is empty: a manifest begins with `kind: Episode`");
  if (typeof value !== "object" || Array.isArray(value)) {
    return error(
      [],
      "this isn't a manifest: write one field per line, starting with `kind: Episode`",
    );
  }
  const found = valueAt(value, ["kind"]);
  const kind = manifestKinds.find((name) => name === found);
  if (kind !== undefined) return kind;
  const choices =
    suggestForSynonym("kind", found, manifestKinds) ?? suggestChoice(found, manifestKinds);
  if (found === undefined) {
    const meant =
      nearestWord("kind", Object.keys(value)) ?? (Object.hasOwn(value, "type") && "type");
    if (!meant) return error([], `\`kind\` is missing: ${choices}`);
    const named = manifestKinds.find((name) => name === valueAt(value, [meant]));
    if (named !== undefined) return named;
    return { ...error([meant], explainMisspelledField(meant, "kind")), isKey: true };
  }
  const shown = quote(source.writtenAt(["kind"]) ?? found);
  return error(["kind"], `${shown} isn't a kind of work: ${choices}`);
}
