import { valueAt } from "../../../../manifest/errors/values.ts";

/** A path in a manifest: `["captions", 1, "file"]`. */
export type Path = readonly (string | number)[];

/** A manifest while it is being written: anything may be missing. */
export type FormValue = Readonly<Record<string, unknown>>;

/** The same value with another one at a path. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (typeof step === "number") {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    list[step] = withValue(list[step], rest, next);
    return list;
  }
  const fields = isFields(value) ? value : {};
  return { ...fields, [step]: withValue(fields[step], rest, next) };
}

/** The same value without an entry of a list. */
export function withoutEntry(value: unknown, path: Path, index: number): unknown {
  const list = valueAt(value, [...path]);
  const rest = Array.isArray(list) ? list.filter((_, one) => one !== index) : [];
  return withValue(value, path, rest);
}

/** A manifest without what was left empty. Undefined if nothing is left. */
export function withoutEmpty(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (Array.isArray(value)) {
    const rest = value.map(withoutEmpty).filter((one) => one !== undefined);
    return rest.length === 0 ? undefined : rest;
  }
  if (!isFields(value)) return value ?? undefined;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, withoutEmpty(one)] as const)
    .filter(([, one]) => one !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text at a path; empty if there is none. */
export function textAt(value: unknown, path: Path): string {
  const found = valueAt(value, [...path]);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}
