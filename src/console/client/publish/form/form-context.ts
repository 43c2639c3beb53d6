import type { Problem } from "../../../../manifest/errors/problem.ts";
import type { App } from "../context.ts";
import type { Draft } from "../draft/folder.ts";
import type { Path } from "../draft/value.ts";
import type { FieldSchema } from "./schema.ts";

/** What every field of the form is made with. */
export interface FormContext {
  readonly app: App;
  readonly draft: Draft;
  /** The languages that texts are written in, the original first. */
  readonly languages: readonly string[];
  /** What is wrong, by the path of the field. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  set(path: Path, value: unknown): void;
  removeEntry(path: Path, index: number): void;
  /** Adds a file to the work, and lets a field name it. */
  chooseFile(field: Path, file: File): void;
}

/** The id of a field's control. */
export function idOf(path: Path): string {
  return `field-${path.join("-")}`;
}

export interface FieldProps {
  readonly form: FormContext;
  readonly path: Path;
  readonly schema: FieldSchema;
  readonly isRequired?: boolean;
}

/** What was written into the control of an event. */
export function writtenIn({ currentTarget }: Event): string {
  return currentTarget instanceof HTMLInputElement ||
    currentTarget instanceof HTMLSelectElement ||
    currentTarget instanceof HTMLTextAreaElement
    ? currentTarget.value
    : "";
}
