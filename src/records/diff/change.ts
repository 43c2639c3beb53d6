import { canonicalJson } from "../digest.ts";

/** One thing that differs between two records of a work. */
export interface Change {
  readonly sign: "+" | "~" | "-";
  /** The field's name in the manifest: `captions`, `name`, `publisher.email`. */
  readonly field: string;
  /** Its language, if it has one. */
  readonly language?: string | undefined;
  /** Which item of a list: a kind of track, a name, a size. */
  readonly which?: string | undefined;
  /** The values before and after, if they fit in a line of text. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The change from one value to another, with both values if they are strings, numbers or booleans. */
export function changeOf(
  before: unknown,
  after: unknown,
  where: Pick<Change, "field" | "language" | "which">,
): Change {
  const sign = before === undefined ? "+" : after === undefined ? "-" : "~";
  const from = formatScalar(before);
  const to = formatScalar(after);
  return {
    sign,
    ...where,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Whether two values are equal as JSON, in any order of their members. */
export function isEqual(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

function formatScalar(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Whether a value is an object, not a list. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
