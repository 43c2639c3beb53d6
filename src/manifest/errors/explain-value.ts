import type { z } from "zod";
import { nameOfType } from "../../records/schema/issue-messages.ts";
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
  /** The value as it is written in the file: `0x1F`, which YAML reads as 31. */
  readonly written: string | undefined;
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
  const shown = quoteWritten(found, context.written);
  const choices = choicesOf(issue);
  if (choices !== undefined) {
    const wanted = context.isEntry ? `choice for \`${field}\`` : field;
    const advice = suggestForSynonym(field, found, choices) ?? suggestChoice(found, choices);
    return `${shown} isn't a valid ${wanted}: ${advice}`;
  }
  if (issue.code === "too_small" || issue.code === "too_big") {
    return explainLimit(issue, name, found, shown);
  }
  if (field === "datePublished") {
    return explainDate(String(found)) ?? `${shown}: ${issue.message}`;
  }
  if (["slug", "series", "related", "episodes"].includes(field)) {
    const slug = makeSlug(String(found));
    const example = slug === undefined || slug === found ? "" : `, for example ${slug}`;
    return `${shown} isn't a slug: ${issue.message}${example}`;
  }
  const about = typeof found === "object" ? name : shown;
  const straight = /^[“”„«‘’]/.test(String(found))
    ? '. The quotation marks are typographic: write straight ones, "'
    : "";
  return `${about}${isPredicate(issue.message) ? " " : ": "}${issue.message}${straight}`;
}

/** Whether a message goes on with a sentence that begins with the value. */
function isPredicate(message: string): boolean {
  return /^(is|has|names|must)(n't)? /.test(message);
}

/** Says that a value is too large or too small: a number, a text or a list. */
function explainLimit(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  name: string,
  found: unknown,
  shown: string,
): string {
  if (typeof found === "number") {
    return issue.code === "too_small"
      ? `${name} must be ${issue.minimum} or more, not ${shown}`
      : `${name} must be ${issue.maximum} or less, not ${shown}`;
  }
  const isRule = issue.message.startsWith("must");
  const has = typeof found === "string" && isRule ? `, but has ${[...found].length}` : "";
  if (isPredicate(issue.message)) return `${name} ${issue.message}${has}`;
  return `${name}: ${issue.message}`;
}

function explainType(
  expected: string,
  context: ValueContext,
  name: string,
  found: unknown,
): string {
  if (expected === "string" && typeof found !== "object") {
    return `${name} must be a text: put it in quotes, "${shorten(context.written ?? String(found))}"`;
  }
  const advice = suggestValue(expected, context, found);
  return `${name} must be ${nameOfType(expected)}, not ${quoteWritten(found, context.written)}${advice === undefined ? "" : `: ${advice}`}`;
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

function describeType(found: unknown): string {
  if (Array.isArray(found)) return "a list";
  if (typeof found === "object") return "a set of fields";
  return quote(found);
}

/** A value as a message shows it. */
export function quote(found: unknown): string {
  return typeof found === "object" ? describeType(found) : `“${shorten(String(found))}”`;
}

/** A value as it is written in the file. */
function quoteWritten(found: unknown, written: string | undefined): string {
  return quote(typeof found === "object" ? found : (written ?? found));
}

/** A text on one line, truncated if it is long. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
