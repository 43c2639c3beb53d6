import type { z } from "zod";
import { makeSlug } from "../../records/schema/slug.ts";
import { explainDate } from "./dates.ts";
import { nearestWord } from "./nearest.ts";
import { suggestForSynonym } from "./synonyms.ts";

/** What is known about the field of a wrong value. */
export interface ValueContext {
  /** The field, or the list whose entry it is. */
  readonly field: string;
  readonly isEntry: boolean;
  /** The fields that it may contain; empty if it isn't a set of fields. */
  readonly fields: readonly string[];
  /** The fields of its entries, if it is a list. */
  readonly entryFields: readonly string[];
  /** Whether its `name` is a text in several languages. */
  readonly hasTextsForName: boolean;
  /** The manifest's language, for examples. */
  readonly language: string;
}

/** Says what is wrong with a value, and what to write instead. */
export function explainValue(
  issue: z.core.$ZodIssue,
  context: ValueContext,
  found: unknown,
): string {
  const { field } = context;
  const name = context.isEntry ? `an entry of \`${field}\`` : `\`${field}\``;
  if (issue.code === "invalid_type") return explainType(issue.expected, context, name, found);
  const choices = choicesOf(issue);
  if (choices !== undefined) {
    const wanted = context.isEntry ? `choice for \`${field}\`` : field;
    const advice = suggestForSynonym(field, found, choices) ?? suggestChoice(found, choices);
    return `${quote(found)} isn't a valid ${wanted}: ${advice}`;
  }
  if (issue.code === "too_small" && Array.isArray(found)) return `${name}: ${issue.message}`;
  if (issue.code === "too_small")
    return `${name} must be ${issue.minimum} or more, not ${quote(found)}`;
  if (issue.code === "too_big" && typeof found === "number")
    return `${name} must be ${issue.maximum} or less, not ${quote(found)}`;
  if (field === "datePublished")
    return explainDate(String(found)) ?? `${quote(found)}: ${issue.message}`;
  if (["slug", "series", "related", "episodes"].includes(field)) {
    const slug = makeSlug(String(found));
    const example = slug === undefined || slug === found ? "" : `, for example ${slug}`;
    return `${quote(found)} isn't a slug: ${issue.message}${example}`;
  }
  const about = typeof found === "object" ? name : quote(found);
  const straight = /^[“”„«‘’]/.test(String(found))
    ? '. The quotation marks are typographic: write straight ones, "'
    : "";
  return /^(is|has|names)(n't)? /.test(issue.message)
    ? `${about} ${issue.message}${straight}`
    : `${about}: ${issue.message}${straight}`;
}

function explainType(
  expected: string,
  context: ValueContext,
  name: string,
  found: unknown,
): string {
  if (expected === "string" && typeof found !== "object") {
    return `${name} must be a text: put it in quotes, "${String(found)}"`;
  }
  const advice = suggestValue(expected, context, found);
  return `${name} must be ${expectedTypeName(expected)}, not ${describeType(found)}${advice === undefined ? "" : `: ${advice}`}`;
}

/** The value as it should be written, if it is clear what is meant. */
function suggestValue(expected: string, context: ValueContext, found: unknown): string | undefined {
  if (expected === "string" && Array.isArray(found)) {
    return context.field === "inLanguage"
      ? "write the original's; the others are known from the texts and captions"
      : 'put a text [in brackets] in quotes, "[…]"';
  }
  if (found === true && context.fields.includes("mode")) return "write { mode: integrated }";
  if (typeof found !== "string") return undefined;
  if (expected === "record") return `write { ${context.language}: ${formatYamlText(found)} }`;
  if (expected === "array")
    return context.entryFields.length === 0 ? `write [${shorten(found)}]` : undefined;
  if (expected === "boolean" && /^(yes|on|y)$/i.test(found)) return "write true";
  if (expected === "boolean" && /^(no|off|n)$/i.test(found)) return "write false";
  if (expected === "number" || expected === "int") {
    return /^\d+$/.test(found) ? `remove the quotation marks, ${found}` : undefined;
  }
  return expected === "object" ? suggestFields(context, found) : undefined;
}

/** A text in place of a set of fields is usually the value of one of them. */
function suggestFields({ fields, hasTextsForName, language }: ValueContext, found: string) {
  const field = ["mode", "file", "name"].find((one) => fields.includes(one));
  if (field === undefined) return undefined;
  const more = fields.length > 1 && field !== "mode" ? ", …" : "";
  const value =
    field === "name" && hasTextsForName
      ? `{ ${language}: ${formatYamlText(found)} }`
      : formatYamlText(found);
  return `write { ${field}: ${value}${more} }`;
}

function formatYamlText(text: string): string {
  return /^[\p{L}\p{N}][^:#,[\]{}"]*$/u.test(text) ? shorten(text) : JSON.stringify(shorten(text));
}

function choicesOf(issue: z.core.$ZodIssue): string[] | undefined {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code !== "invalid_union" || !("options" in issue)) return undefined;
  return Array.isArray(issue.options) ? issue.options.map(String) : undefined;
}

/** Which of some choices to write. */
export function suggestChoice(found: unknown, choices: readonly string[]): string {
  const near = typeof found === "string" ? nearestWord(found, choices) : undefined;
  if (near !== undefined) return `did you mean ${near}?`;
  const last = choices.at(-1) ?? "";
  return choices.length < 2
    ? `write ${last}`
    : `write ${choices.slice(0, -1).join(", ")} or ${last}`;
}

function expectedTypeName(expected: string): string {
  const names: Record<string, string> = {
    string: "a text",
    int: "a whole number",
    number: "a number",
    boolean: "true or false",
    array: "a list (one line per entry, starting with -)",
    object: "a set of fields",
    record: "a text in each language: { en: …, es: … }",
  };
  return names[expected] ?? `of type ${expected}`;
}

function describeType(found: unknown): string {
  if (Array.isArray(found)) return "a list";
  if (typeof found === "object") return "a set of fields";
  return quote(found);
}

/** A value as a message shows it. */
export function quote(found: unknown): string {
  return typeof found === "object" ? describeType(found) : `“${shorten(String(found))}”`;
}

/** A text on one line, truncated if it is long. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
