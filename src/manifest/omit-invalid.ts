import type * as z from "zod";
import { removeFields, removeValue, replaceValue, valueAt, withField } from "./errors/values.ts";
import { type Manifest, type ManifestKind, manifestSchemas } from "./schema.ts";
import type { Path } from "./source.ts";

/** A manifest without what is invalid in it. */
interface ValidPart {
  /** Undefined if too much of it is invalid. */
  readonly manifest: Manifest | undefined;
  /** The fields of which something was left out, or that are missing. */
  readonly invalidFields: ReadonlySet<string>;
}

/** What stands for a field that every manifest has, if it is missing or wrong. */
const placeholders: Readonly<Record<string, unknown>> = {
  slug: "unknown",
  inLanguage: "und",
  status: "published",
  name: { und: "unknown" },
  publisher: { name: { und: "unknown" } },
  texts: [{ inLanguage: "und", file: "unknown.md" }],
};

/** Leaving one thing out may make another one invalid: an entry without its file. */
const maxRounds = 6;

/** A manifest with more issues is something else; each costs a copy of it. */
const maxIssues = 200;

/**
 * Leaves out what is invalid in a manifest: the entry of a list, or else the field. What remains is valid,
 * and can be checked in the same run as what was left out is reported.
 * @param value with corrected field names
 */
export function omitInvalid(kind: ManifestKind, value: unknown): ValidPart {
  const schema = manifestSchemas[kind];
  const invalidFields = new Set<string>();
  let rest = value;
  for (let round = 0; round < maxRounds; round++) {
    const result = schema.safeParse(rest);
    if (result.success) return { manifest: result.data, invalidFields };
    if (result.error.issues.length > maxIssues) break;
    for (const { path, keys } of removalsFor(result.error.issues)) {
      const [field] = path;
      if (keys !== undefined) {
        rest = removeFields(rest, path, new Set(keys));
        continue;
      }
      if (typeof field !== "string") return { manifest: undefined, invalidFields };
      invalidFields.add(field);
      rest = omitAt(rest, path, field);
    }
  }
  return { manifest: undefined, invalidFields };
}

interface Removal {
  readonly path: Path;
  /** Unknown fields at the path; undefined if the value itself is invalid. */
  readonly keys?: readonly string[];
}

/** What to leave out for some issues, the last entries of a list first, so that indexes stay right. */
function removalsFor(issues: readonly z.core.$ZodIssue[]): Removal[] {
  const removals = issues.map((issue): Removal => {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    return issue.code === "unrecognized_keys"
      ? { path, keys: issue.keys }
      : { path: entryPath(path) };
  });
  const unique = new Map(removals.map((one) => [JSON.stringify(one), one]));
  return [...unique.values()].sort((a, b) => compareEntries(b.path, a.path));
}

/** The path up to the innermost entry of a list; of what is in no list, the field. */
function entryPath(path: Path): Path {
  const entry = path.findLastIndex((step) => typeof step === "number");
  return path.slice(0, entry === -1 ? 1 : entry + 1);
}

function compareEntries(a: Path, b: Path): number {
  for (const [depth, step] of a.entries()) {
    const other = b[depth];
    if (typeof step === "number" && typeof other === "number" && step !== other) {
      return step - other;
    }
  }
  return a.length - b.length;
}

function omitAt(value: unknown, path: Path, field: string): unknown {
  const isField = path.length === 1 || valueAt(value, path) === undefined;
  if (!isField) return removeValue(value, path);
  const placeholder = placeholders[field];
  if (placeholder === undefined) return removeValue(value, [field]);
  return valueAt(value, [field]) === undefined
    ? withField(value, field, placeholder)
    : replaceValue(value, [field], placeholder);
}
