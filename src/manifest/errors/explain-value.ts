import type { z } from "zod";
import { explainDate } from "./dates.ts";
import { nearestWord } from "./nearest.ts";
import { adviceFor } from "./synonyms.ts";

/** Where a wrong value stands. */
export interface ValueContext {
  /** The field, or the list whose entry it is. */
  readonly field: string;
  readonly isEntry: boolean;
  /** The fields that may stand in it; empty where it is no set of fields. */
  readonly fields: readonly string[];
  /** The same of its entries, where it is a list. */
  readonly entryFields: readonly string[];
  /** Whether its `name` is a text in each language. */
  readonly hasTextsForName: boolean;
  /** The manifest's language, for examples. */
  readonly language: string;
}

/** What is wrong with a value that stands there, and what to write instead. */
export function explainValue(issue: z.core.$ZodIssue, place: ValueContext, found: unknown): string {
  const { field } = place;
  const name = place.isEntry ? `an entry of \`${field}\`` : `\`${field}\``;
  if (issue.code === "invalid_type") return explainType(issue.expected, place, name, found);
  const choices = choicesOf(issue);
  if (choices !== undefined) {
    const no = place.isEntry ? `for \`${field}\`` : field;
    const advice = adviceFor(field, found, choices) ?? advise(found, choices);
    return `${quote(found)} is no ${place.isEntry ? "choice " : ""}${no}: ${advice}`;
  }
  if (issue.code === "too_small" && Array.isArray(found)) return `${name}: ${issue.message}`;
  if (issue.code === "too_small")
    return `${name} must be ${issue.minimum} or more, not ${quote(found)}`;
  if (issue.code === "too_big")
    return `${name} must be ${issue.maximum} or less, not ${quote(found)}`;
  if (field === "datePublished")
    return explainDate(String(found)) ?? `${quote(found)}: ${issue.message}`;
  if (["slug", "series", "related", "episodes"].includes(field)) {
    const slug = slugOf(String(found));
    const example = slug === "" || slug === found ? "" : `, for example ${slug}`;
    return `${quote(found)} is no slug: ${issue.message}${example}`;
  }
  const about = typeof found === "object" ? name : quote(found);
  const straight = /^[“”„«‘’]/.test(String(found))
    ? '. The quotes are typographic ones: write straight ones, "'
    : "";
  return /^(is|has|names)(n't)? /.test(issue.message)
    ? `${about} ${issue.message}${straight}`
    : `${about}: ${issue.message}${straight}`;
}

function explainType(expected: string, place: ValueContext, name: string, found: unknown): string {
  if (expected === "string" && typeof found !== "object") {
    return `${name} must be a text: put it in quotes, "${String(found)}"`;
  }
  const advice = adviseType(expected, place, found);
  return `${name} must be ${kindName(expected)}, not ${kindOf(found)}${advice === undefined ? "" : `: ${advice}`}`;
}

/** The same value as it should be written, where it can be seen what is meant. */
function adviseType(expected: string, place: ValueContext, found: unknown): string | undefined {
  if (expected === "string" && Array.isArray(found)) {
    return place.field === "inLanguage"
      ? "name the original's; the others are seen from the texts and captions"
      : 'a text [in brackets] goes in quotes, "[…]"';
  }
  if (found === true && place.fields.includes("mode")) return "write { mode: integrated }";
  if (typeof found !== "string") return undefined;
  if (expected === "record") return `write { ${place.language}: ${written(found)} }`;
  if (expected === "array")
    return place.entryFields.length === 0 ? `write [${brief(found)}]` : undefined;
  if (expected === "boolean" && /^(yes|on|y)$/i.test(found)) return "write true";
  if (expected === "boolean" && /^(no|off|n)$/i.test(found)) return "write false";
  if (expected === "number" || expected === "int") {
    return /^\d+$/.test(found) ? `take the quotes off, ${found}` : undefined;
  }
  return expected === "object" ? adviseFields(place, found) : undefined;
}

/** A text where fields should stand is mostly one of them. */
function adviseFields({ fields, hasTextsForName, language }: ValueContext, found: string) {
  const field = ["mode", "file", "name"].find((one) => fields.includes(one));
  if (field === undefined) return undefined;
  const more = fields.length > 1 && field !== "mode" ? ", …" : "";
  const value =
    field === "name" && hasTextsForName ? `{ ${language}: ${written(found)} }` : written(found);
  return `write { ${field}: ${value}${more} }`;
}

function written(text: string): string {
  return /^[\p{L}\p{N}][^:#,[\]{}"]*$/u.test(text) ? brief(text) : JSON.stringify(brief(text));
}

function choicesOf(issue: z.core.$ZodIssue): string[] | undefined {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code !== "invalid_union" || !("options" in issue)) return undefined;
  return Array.isArray(issue.options) ? issue.options.map(String) : undefined;
}

/** Which of some choices to write. */
export function advise(found: unknown, choices: readonly string[]): string {
  const near = typeof found === "string" ? nearestWord(found, choices) : undefined;
  if (near !== undefined) return `did you mean ${near}?`;
  const last = choices.at(-1) ?? "";
  return choices.length < 2
    ? `write ${last}`
    : `write ${choices.slice(0, -1).join(", ")} or ${last}`;
}

function kindName(expected: string): string {
  const names: Record<string, string> = {
    string: "a text",
    int: "a whole number",
    number: "a number",
    boolean: "true or false",
    array: "a list (a line for each, beginning with -)",
    object: "a set of fields",
    record: "a text in each language: { en: …, es: … }",
  };
  return names[expected] ?? `of type ${expected}`;
}

function kindOf(found: unknown): string {
  if (Array.isArray(found)) return "a list";
  if (typeof found === "object") return "a set of fields";
  return quote(found);
}

/** A value as a message shows it. */
export function quote(found: unknown): string {
  return typeof found === "object" ? kindOf(found) : `“${brief(String(found))}”`;
}

/** A text on one line, cut where it is long. */
export function brief(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function slugOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/đ/gi, "d")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}
