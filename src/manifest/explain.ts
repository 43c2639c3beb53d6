import type { z } from "zod";
import { nearest } from "./near.ts";
import { expectedAt } from "./schema-walk.ts";
import type { Path } from "./source.ts";

/** A fault found by a schema, in plain words, and where it stands. */
export interface Fault {
  readonly path: Path;
  /** Whether the fault is the key at the path's end, not its value. */
  readonly isKey: boolean;
  readonly message: string;
}

/** What people write for a field that is called otherwise here. */
const otherNames: Readonly<Record<string, string>> = {
  subtitles: "captions",
  tracks: "captions",
  title: "name",
  summary: "description",
  date: "datePublished",
  published: "datePublished",
  language: "inLanguage",
  lang: "inLanguage",
  image: "poster",
  thumbnail: "poster",
  film: "video",
  audio: "audioOnly",
  tags: "keywords",
  src: "file",
  time: "start",
  licence: "license",
  type: "kind",
  id: "slug",
  number: "episode",
};

/**
 * Puts what zod found into words: what is wrong, and what to write instead.
 * @param value the manifest as it was read
 */
export function explain(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): Fault[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const found = valueAt(value, path);
  if (issue.code === "unrecognized_keys") {
    const { fields } = expectedAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      isKey: true,
      message: `\`${brief(key)}\` is no field here: ${adviseField(key, fields)}`,
    }));
  }
  if (issue.code === "invalid_key") {
    return [{ path, isKey: true, message: issue.issues[0]?.message ?? issue.message }];
  }
  const field = String(path.at(-1) ?? "manifest");
  const { description } = expectedAt(schema, path);
  if (found === undefined) {
    const message = `\`${field}\` is missing${describe(description)}`;
    return [{ path, isKey: false, message }];
  }
  if (found === null || found === "") {
    const message = `\`${field}\` is empty${describe(description)}`;
    return [{ path, isKey: true, message }];
  }
  return [{ path, isKey: false, message: explainValue(issue, field, found) }];
}

function explainValue(issue: z.core.$ZodIssue, field: string, found: unknown): string {
  if (issue.code === "invalid_type") {
    if (issue.expected === "string" && typeof found !== "object") {
      return `\`${field}\` must be a text: put it in quotes, "${String(found)}"`;
    }
    const advice =
      issue.expected === "string" && Array.isArray(found)
        ? ': a text [in brackets] goes in quotes, "[…]"'
        : "";
    return `\`${field}\` must be ${kindName(issue.expected)}, not ${kindOf(found)}${advice}`;
  }
  const choices = choicesOf(issue);
  if (choices !== undefined) return `${quote(found)} is no ${field}: ${advise(found, choices)}`;
  if (issue.code === "too_small" && Array.isArray(found)) return `\`${field}\`: ${issue.message}`;
  if (issue.code === "too_small" || issue.code === "too_big") {
    return `${quote(found)} is out of range for \`${field}\`: ${issue.message}`;
  }
  if (field === "slug" || field === "series") {
    const slug = slugOf(String(found));
    const example = slug === "" || slug === found ? "" : `, for example ${slug}`;
    return `${quote(found)} is no slug: ${issue.message}${example}`;
  }
  const about = typeof found === "object" ? `\`${field}\`` : quote(found);
  return /^is(n't)? /.test(issue.message)
    ? `${about} ${issue.message}`
    : `${about}: ${issue.message}`;
}

function choicesOf(issue: z.core.$ZodIssue): string[] | undefined {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code !== "invalid_union" || !("options" in issue)) return undefined;
  return Array.isArray(issue.options) ? issue.options.map(String) : undefined;
}

/** Which of some choices to write. */
export function advise(found: unknown, choices: readonly string[]): string {
  const near = typeof found === "string" ? nearest(found, choices) : undefined;
  if (near !== undefined) return `did you mean ${near}?`;
  const last = choices.at(-1) ?? "";
  return choices.length < 2
    ? `write ${last}`
    : `write ${choices.slice(0, -1).join(", ")} or ${last}`;
}

function adviseField(key: string, fields: readonly string[]): string {
  const near = nearest(key, fields);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  const other = otherNames[nearest(key, Object.keys(otherNames)) ?? ""];
  if (other !== undefined && fields.includes(other)) return `did you mean \`${other}\`?`;
  const listed = fields.map((name) => `\`${name}\``).join(", ");
  return fields.length === 0 || fields.length > 8 ? "take it out" : `there are ${listed}`;
}

/** The value at a path, or undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

function describe(description: string | undefined): string {
  return description === undefined ? "" : `. ${description}`;
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

function brief(text: string): string {
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
