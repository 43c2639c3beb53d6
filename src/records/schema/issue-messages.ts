import * as z from "zod";

/**
 * What zod says of an issue, in our own words: the end of a sentence that begins with the field. Schemas
 * that know better have messages of their own. Everyone who uses the schemas imports this module with them.
 */
z.config({ localeError: explainIssue });

/** @returns a text for every code, so that none of zod's own reaches a user */
export function explainIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `must be ${nameOfType(issue.expected)}`;
    case "too_big":
      return describeLimit(issue.origin, "at most", "less", Number(issue.maximum));
    case "too_small":
      return describeLimit(issue.origin, "at least", "more", Number(issue.minimum));
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_format":
      return `must be ${formatNames[issue.format] ?? "written in another form"}`;
    case "invalid_value":
      return `must be ${issue.values.map(String).join(" or ")}`;
    case "unrecognized_keys":
      return `has no field ${issue.keys.join(", ")}`;
    case "invalid_key":
      return "has a key that isn't valid here";
    case "invalid_element":
      return "has an entry that isn't valid here";
    case "invalid_union":
      return "is none of the values that are possible here";
    default:
      return "isn't valid";
  }
}

/** What a type is called in messages. */
export function nameOfType(expected: string): string {
  return typeNames[expected] ?? `of the type ${expected}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list (one line per entry, starting with -)",
  object: "a set of fields",
  record: "a text in each language: { en: …, es: … }",
  null: "empty",
  date: "a date",
};

const formatNames: Readonly<Record<string, string>> = {
  email: "an e-mail address, such as name@example.org",
  url: "an address: https://…",
  date: "a date, such as 2026-11-01",
  datetime: "a date with a time and its time zone, such as 2026-11-01T09:00:00-07:00",
  json_string: "JSON",
};

function describeLimit(origin: string, limit: string, direction: string, value: number): string {
  if (origin === "string") return `must have ${limit} ${value} character${value === 1 ? "" : "s"}`;
  if (["array", "set", "map", "object"].includes(origin)) {
    return `must have ${limit} ${value} ${value === 1 ? "entry" : "entries"}`;
  }
  return `must be ${value} or ${direction}`;
}
