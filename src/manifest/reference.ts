import { stringify } from "yaml";
import { jsonSchemas } from "./json-schema.ts";
import { manifestFileName, manifestKinds } from "./schema.ts";

/** What this page reads of a JSON Schema. */
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

/** Everything that may stand in a manifest, as Markdown: docs/manifest.md. It is made from the schemas. */
export function manifestReference(): string {
  const schemas = jsonSchemas();
  const parts = manifestKinds.map((kind) => {
    const schema: Schema = JSON.parse(schemas[`${kind.toLowerCase()}.schema.json`] ?? "{}");
    const table = rowsOf(schema, "").map((row) => `| ${row.map(cell).join(" | ")} |`);
    return [
      `## ${manifestFileName(kind)}`,
      "",
      capital(schema.description?.replace(/^\S+ /, "") ?? ""),
      "",
      "| field | must it be there? | what it says | for example |",
      "| --- | --- | --- | --- |",
      ...table,
      "",
    ].join("\n");
  });
  return `${introduction}\n${parts.join("\n")}`;
}

const introduction = `<!-- Made by scripts/make-schema.ts from src/manifest/schema.ts: change that, not this. -->

# What a manifest says

A manifest is a YAML file that describes one work: what it is called in each language, which files belong to it, who made it. It lies in the work's folder, beside its files:

\`\`\`text
media-manifests/
  library.yaml                        the library's own face
  how-did-we-get-here/
    series.yaml                       a series
    criminalizing-migration/
      episode.yaml                    an episode, beside film.webm, en.vtt, es.srt, poster.webp …
  documents/
    platform-for-immigrant-justice/
      document.yaml                   a document, beside en.md
\`\`\`

**Let the editor help.** A first line such as \`# yaml-language-server: $schema=https://library.example/schemas/episode.json\` makes an editor complete fields and explain them: a library serves the schema of each kind (\`episode\`, \`document\`, \`series\`, \`library\`) at that address, and \`videoteca init\` writes the line. A relative path to a \`schema/\` folder works, too. \`videoteca check\` lists everything that is wrong at once, each with its file, line and column and with what to write instead; \`--json\` gives the same to programs.

**How YAML is written here.** Indent with spaces. A text with a colon, a \`#\` or brackets in it goes in quotes: \`en: "Part 1: the law"\`. \`yes\` and \`no\` are texts: write \`true\` and \`false\`. A date is written 2026-11-01. Nothing stands for something else: there are no anchors, aliases or merge keys.

**A text in several languages** is a set of them: \`name: { en: Welcome, es: Bienvenida }\`. Keys are BCP 47 language tags. What is missing in a reader's language falls back to another, with a label. A title that the publisher gave none for stands in brackets, in quotes: \`"[Un título]"\`.

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

/** The fields of a value that is one of several: each once, with what it means in each of them. */
function optionRows(options: readonly Schema[], path: string): Row[] {
  const named = options.flatMap((option) =>
    Object.entries(option.properties ?? {}).map(([name, field]) => {
      const which = option.properties?.mode?.const;
      const when = which === undefined || name === "mode" ? "" : ` (with mode ${which})`;
      return { name: `${path}.${name}`, field, needed: option.required?.includes(name), when };
    }),
  );
  return named.map(({ name, field, needed = false, when }) => {
    const [shown, must, meaning, example] = rowOf(name, field, needed);
    return [shown, must === "yes" ? `yes${when}` : `no${when}`, meaning, example];
  });
}

function rowOf(path: string, field: Schema, needed: boolean): Row {
  const otherwise = field.default;
  const isEmpty = Array.isArray(otherwise) && otherwise.length === 0;
  const stands = otherwise === undefined || isEmpty ? "no" : `no: else \`${String(otherwise)}\``;
  return [`\`${path}\``, needed ? "yes" : stands, field.description ?? "", exampleOf(path, field)];
}

/** One example as a line of YAML; of a choice, all that may be chosen. */
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A cell of a table: a bar in it would end it. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}
