import { stringify } from "yaml";
import {
  maxAttachments,
  maxChapters,
  maxTextLength,
  maxTitleLength,
  maxTracks,
} from "../records/schema/limits.ts";
import { jsonSchemas } from "./json-schema.ts";
import { manifestFileName, manifestKinds } from "./schema.ts";

/** The members of a JSON Schema that this module reads. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** All fields of manifests as Markdown, for docs/manifest.md. Generated from the schemas. */
export function manifestReference(): string {
  const schemas = jsonSchemas();
  const parts = manifestKinds.map((kind) => {
    const schema: Schema = JSON.parse(schemas[`${kind.toLowerCase()}.schema.json`] ?? "{}");
    const table = rowsOf(schema, "").map((row) => `| ${row.map(cell).join(" | ")} |`);
    return [
      `## ${manifestFileName(kind)}`,
      "",
      capitalize(schema.description?.replace(/^\S+ /, "") ?? ""),
      "",
      "| field | required? | meaning | example |",
      "| --- | --- | --- | --- |",
      ...table,
      "",
    ].join("\n");
  });
  return `${introduction}\n${parts.join("\n")}`;
}

const introduction = `<!-- Made by scripts/make-schema.ts from src/manifest/schema.ts: change that, not this. -->

# The fields of a manifest

A manifest is a YAML file that describes one work: its name in each language, its files, and who made it. It is in the work's folder, together with its files:

\`\`\`text
media-manifests/
  library.yaml                        the library's settings
  how-did-we-get-here/
    series.yaml                       a series
    criminalizing-migration/
      episode.yaml                    an episode, with film.webm, en.vtt, es.srt, poster.webp …
  documents/
    platform-for-immigrant-justice/
      document.yaml                   a document, with en.md
\`\`\`

**Help in the editor.** A first line such as \`# yaml-language-server: $schema=https://library.example/schemas/episode.json\` makes an editor complete and explain the fields. A library serves the schema of each kind (\`episode\`, \`document\`, \`series\`, \`library\`) at that address, and \`videoteca init\` writes the line. A relative path to a \`schema/\` folder also works. \`videoteca check\` lists all errors at once, each with its file, line and column and with what to write instead; \`--json\` prints the same for programs.

**YAML.** Indent with spaces. Put a text that contains a colon, a \`#\` or brackets in quotes: \`en: "Part 1: the law"\`. \`yes\` and \`no\` are texts: write \`true\` and \`false\`. Write a date as 2026-11-01. Anchors, aliases and merge keys aren't supported.

**A text in several languages** has one value per language: \`name: { en: Welcome, es: Bienvenida }\`. Keys are BCP 47 language tags. If a text is missing in a reader's language, another language is shown, with a label. A title that the publisher didn't give is written in brackets, in quotes: \`"[Un título]"\`.

**Bounds.** Every text and list has an upper bound, far above ordinary use: ${maxTitleLength} characters for a title, ${maxTextLength} for a description, ${maxChapters} chapters, ${maxTracks} tracks, ${maxAttachments} attachments. \`check\` says what is too large, and the JSON Schemas contain all bounds.

In the tables, \`captions[].file\` is the field \`file\` of each entry of \`captions\`.
`;

type Row = readonly [field: string, needed: string, meaning: string, example: string];

function rowsOf(schema: Schema, prefix: string): Row[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, field]): Row[] => {
    const path = `${prefix}${name}`;
    const needed = required.includes(name) && field.default === undefined;
    return [rowOf(path, field, needed), ...nestedRows(field, path)];
  });
}

function nestedRows(field: Schema, path: string): Row[] {
  const list = field.items === undefined ? [] : rowsOf(field.items, `${path}[].`);
  const options = field.anyOf ?? field.oneOf ?? [];
  return [...rowsOf(field, `${path}.`), ...list, ...optionRows(options, path)];
}

/** The fields of each option of a union, with the mode that they belong to. */
function optionRows(options: readonly Schema[], prefix: string): Row[] {
  const named = options.flatMap((option) =>
    Object.entries(option.properties ?? {}).map(([name, field]) => {
      const which = option.properties?.mode?.const;
      const when = which === undefined || name === "mode" ? "" : ` (with mode ${which})`;
      return { name: `${prefix}.${name}`, field, needed: option.required?.includes(name), when };
    }),
  );
  return named.map(({ name, field, needed = false, when }) => {
    const [path, required, meaning, example] = rowOf(name, field, needed);
    return [path, required === "yes" ? `yes${when}` : `no${when}`, meaning, example];
  });
}

function rowOf(path: string, field: Schema, needed: boolean): Row {
  const { default: defaultValue } = field;
  const isEmpty = Array.isArray(defaultValue) && defaultValue.length === 0;
  const optional =
    defaultValue === undefined || isEmpty ? "no" : `no, default \`${String(defaultValue)}\``;
  return [
    `\`${path}\``,
    needed ? "yes" : optional,
    field.description ?? "",
    exampleOf(path, field),
  ];
}

/** An example as a line of YAML; of an enumeration, all its values. */
function exampleOf(path: string, field: Schema): string {
  if (field.const !== undefined) return `\`${String(field.const)}\``;
  if (field.enum !== undefined) return field.enum.map((value) => `\`${String(value)}\``).join(" ");
  const [example] = field.examples ?? [];
  if (example === undefined) return field.type === "boolean" ? "`true`" : "";
  const name = path.split(".").at(-1) ?? path;
  return `\`${line({ [name]: example })}\``;
}

function line(value: object): string {
  const [written = ""] = [stringify(value, { collectionStyle: "flow", lineWidth: 0 })];
  return written.trim().replace(/^\{ /, "").replace(/ \}$/, "");
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Escapes a table cell: `|` would end it. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}
