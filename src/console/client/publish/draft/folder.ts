import { stringify } from "yaml";
import type { LeftOutFile } from "../../../../inspection/names/left-out.ts";
import type { Problem } from "../../../../manifest/errors/problem.ts";
import { readManifest } from "../../../../manifest/read.ts";
import { manifestFileName } from "../../../../manifest/schema.ts";
import type { MeasuredFiles } from "../../../../manifest/to-record.ts";
import { joinPaths } from "../files/paths.ts";
import { type FormKind, schemaOf } from "../form/schema.ts";
import { type FormValue, isFields, type Path, withoutEmpty } from "./value.ts";

/** What the form is about: a manifest in the making, and its files by their names. */
export interface Draft {
  readonly kind: FormKind;
  readonly value: FormValue;
  readonly files: ReadonlyMap<string, File>;
  /** What was measured of files that only the library has, by their names. */
  readonly known?: ReadonlyMap<string, MeasuredFiles>;
  /** Files that it had before the page was closed, and that must be chosen again. */
  readonly missing?: readonly SizedFile[];
  /** Files that were given and that nothing uses, with the reason and what to do with them. */
  readonly leftOut?: readonly LeftOutFile[];
}

/** A file by its name in the draft, with its size in bytes. */
export interface SizedFile {
  readonly name: string;
  readonly size: number;
}

/** The folder that a draft makes, as staff with a terminal have it. */
export interface DraftFolder {
  readonly files: ReadonlyMap<string, File>;
  /** By their paths, as `Draft` has them by their names. */
  readonly known: ReadonlyMap<string, MeasuredFiles>;
  /** The manifest's path. */
  readonly manifest: string;
  readonly yaml: string;
}

/** Writes a draft as a folder: its manifest, with fields in the order of the schema, and its files. */
export function folderOfDraft({ kind, value, files, known = new Map() }: Draft): DraftFolder {
  const order = Object.keys(schemaOf(kind).properties ?? {});
  const filled = withoutEmpty({ ...value, kind });
  const fields = isFields(filled) ? filled : {};
  const ordered = order.filter((name) => name in fields).map((name) => [name, fields[name]]);
  const others = Object.entries(fields).filter(([name]) => !order.includes(name));
  // As `videoteca pull` writes it: what only YAML 1.1 reads as a number or a date is in quotes too.
  const yaml = stringify(Object.fromEntries([...ordered, ...others]), {
    lineWidth: 0,
    compat: "yaml-1.1",
  });
  const { slug } = fields;
  const folder = typeof slug === "string" && /^[a-z0-9-]+$/.test(slug) ? slug : "work";
  const name = manifestFileName(kind);
  const inFolder = <Item>([file, item]: readonly [string, Item]) =>
    [joinPaths(folder, file), item] as const;
  const manifest = `${folder}/${name}`;
  return {
    files: new Map([...[...files].map(inFolder), [manifest, new File([yaml], name)]]),
    known: new Map([...known].map(inFolder)),
    manifest,
    yaml,
  };
}

/** How many fields of a manifest name a file. */
export function countUses(value: unknown, file: string): number {
  if (typeof value !== "object" || value === null) return value === file ? 1 : 0;
  return Object.values(value).reduce<number>((sum, one) => sum + countUses(one, file), 0);
}

/**
 * Puts each problem beside the field that it is about.
 * @returns by the field's path, joined with dots; those of no field, and those in other files, by an empty text
 */
export function problemsByField(
  { manifest, yaml }: DraftFolder,
  problems: readonly Problem[],
): Map<string, Problem[]> {
  const { files, locationOf } = readManifest(manifest, yaml);
  const byPlace = new Map<string, string>();
  const visit = (value: unknown, path: Path) => {
    const { line, column } = locationOf([...path]);
    byPlace.set(`${line}:${column}`, path.join("."));
    if (Array.isArray(value))
      for (const [index, one] of value.entries()) visit(one, [...path, index]);
    else if (isFields(value))
      for (const [key, one] of Object.entries(value)) visit(one, [...path, key]);
  };
  visit(files.value, []);
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const place = `${problem.line}:${problem.column}`;
    const field = problem.file === manifest ? (byPlace.get(place) ?? "") : "";
    found.set(field, [...(found.get(field) ?? []), problem]);
  }
  return found;
}
