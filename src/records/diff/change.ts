import { canonicalJson } from "../digest.ts";

/** One thing that differs between two records of a work. */
export interface Change {
  readonly sign: "+" | "~" | "-";
  /** The field in the manifest's words: `captions`, `name`, `publisher.email`. */
  readonly field: string;
  /** The language that it is in, where it is in one. */
  readonly language?: string | undefined;
  /** Which of several: a kind of track, a name, a size. */
  readonly which?: string | undefined;
  /** What stood there, and what stands there now, where a line of text can say it. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A change from one value to another, with their words where they are short enough to have any. */
export function changeOf(
  before: unknown,
  after: unknown,
  where: Pick<Change, "field" | "language" | "which">,
): Change {
  const sign = before === undefined ? "+" : after === undefined ? "-" : "~";
  const from = wordsOf(before);
  const to = wordsOf(after);
  return {
    sign,
    ...where,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Whether two values are the same JSON, in whatever order their members stand. */
export function isEqual(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Whether a value is an object with members, and no list. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
