import type { Path } from "../source.ts";

/** Plain values as YAML gives them, read and changed by path. Nothing is changed in place. */

/** The value at a path, or undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (current === null || typeof current !== "object" || !Object.hasOwn(current, step))
      return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

/** The value with one key of the object at a path renamed, in its place. */
export function renameKey(value: unknown, path: Path, from: string, to: string): unknown {
  return changeAt(value, path, (object) => {
    const entries = Object.entries(Object(object)).map(([key, held]) => [
      key === from ? to : key,
      held,
    ]);
    return Object.fromEntries(entries);
  });
}

/** The value with another one at a path. */
export function replaceValue(value: unknown, path: Path, replacement: unknown): unknown {
  return changeAt(value, path, () => replacement);
}

/** The value without the entry or the field at a path. */
export function removeValue(value: unknown, path: Path): unknown {
  const last = path.at(-1);
  return changeAt(value, path.slice(0, -1), (parent) => {
    if (Array.isArray(parent)) return parent.filter((_, index) => index !== last);
    const entries = Object.entries(Object(parent)).filter(([key]) => key !== last);
    return Object.fromEntries(entries);
  });
}

/** The value without some fields of the object at a path: one copy, however many they are. */
export function removeFields(value: unknown, path: Path, fields: ReadonlySet<string>): unknown {
  return changeAt(value, path, (parent) => {
    const entries = Object.entries(Object(parent)).filter(([key]) => !fields.has(key));
    return Object.fromEntries(entries);
  });
}

/** The value with a field of the outermost object. */
export function withField(value: unknown, field: string, content: unknown): unknown {
  return { ...Object(value), [field]: content };
}

function changeAt(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((entry, index) => (index === step ? changeAt(entry, rest, change) : entry));
  }
  const entries = Object.entries(Object(value)).map(([key, held]) => [
    key,
    key === step ? changeAt(held, rest, change) : held,
  ]);
  return Object.fromEntries(entries);
}
