import { type CheckProblem, checkManifest } from "./checks.ts";
import { explain, misspelledField, type SchemaError, valueAt } from "./errors/explain.ts";
import { advise, quote } from "./errors/explain-value.ts";
import { wrongLanguageTags } from "./errors/language-tags.ts";
import { correctFieldNames } from "./errors/misspelled.ts";
import { nearestWord } from "./errors/nearest.ts";
import { hasErrors, type Problem, type SourceLocation, sortProblems } from "./errors/problem.ts";
import { adviceFor } from "./errors/synonyms.ts";
import {
  type Manifest,
  type ManifestKind,
  manifestFileName,
  manifestKinds,
  manifestSchemas,
} from "./schema.ts";
import { type Path, readSource, type Source } from "./source.ts";

/** A manifest that was read, or why it couldn't be. */
export interface ReadManifest {
  /** Undefined where `problems` holds an error. */
  readonly manifest: Manifest | undefined;
  /** Everything there is to mend, from the top down: errors and warnings. */
  readonly problems: readonly Problem[];
  /** Where the value at a path stands: `["captions", 1, "file"]`. */
  placeOf(path: Path): SourceLocation;
}

/**
 * Reads a manifest from its YAML. Never throws; finds all that is wrong at once.
 * @param fileName how the file is called in problems; it isn't opened
 */
export function readManifest(fileName: string, yamlText: string): ReadManifest {
  const source = readSource(yamlText);
  const problem = (
    place: SourceLocation,
    severity: Problem["severity"],
    message: string,
  ): Problem => {
    return { file: fileName, ...place, severity, message };
  };
  const placeOf = (path: Path) => source.placeOf(path);
  const failed = (problems: Problem[]): ReadManifest => {
    return { manifest: undefined, problems: sortProblems(problems), placeOf };
  };
  const errors = source.faults.map(({ message, ...place }) => problem(place, "error", message));
  if (source.value === undefined) return failed(errors);

  const { manifest, faults, asWritten } = validate(source.value);
  errors.push(
    ...faults.map((fault) => problem(placeOfFault(source, fault), "error", fault.message)),
  );
  if (manifest === undefined) return failed(errors);

  const checked = [...checkManifest(manifest), ...checkFileName(fileName, manifest)].map(
    ({ path, severity, message }) => problem(placeOf(asWritten(path)), severity, message),
  );
  const problems = [...errors, ...checked];
  if (hasErrors(problems)) return failed(problems);
  return { manifest, problems: sortProblems(problems), placeOf };
}

/** A series.yaml that holds an episode is found by nobody who looks for a series. */
function checkFileName(fileName: string, { kind }: Manifest): CheckProblem[] {
  const name = fileName.slice(fileName.search(/[^/\\]*$/));
  const right = manifestFileName(kind);
  if (name === right || !manifestKinds.map(manifestFileName).includes(name)) return [];
  const message = `this file is called ${name}, but its kind is ${kind}: rename it to ${right}, or change the kind`;
  return [{ path: ["kind"], severity: "warning", message }];
}

interface Validated {
  /** As it was meant, where it can be read so; there may be faults all the same. */
  readonly manifest: Manifest | undefined;
  readonly faults: readonly SchemaError[];
  asWritten(path: Path): Path;
}

/** Holds a value against the schema of its kind. */
function validate(written: unknown): Validated {
  const kind = kindOf(written);
  if (typeof kind !== "string") {
    return { manifest: undefined, faults: [kind], asWritten: (path) => path };
  }
  const schema = manifestSchemas[kind];
  const { value, faults: misspelt, asWritten } = correctFieldNames(written, schema);
  const result = schema.safeParse(value);
  // Tags have a walk of their own, which knows the names of languages; it has the last word on them.
  const tags = wrongLanguageTags(value);
  const told = new Set(tags.map(({ path }) => JSON.stringify(path)));
  const faults = (result.error?.issues ?? [])
    .flatMap((issue) => explain(issue, schema, value))
    .filter(({ path }) => !told.has(JSON.stringify(path)));
  const placed = [...faults, ...tags].map((fault) => ({ ...fault, path: asWritten(fault.path) }));
  return { manifest: result.data, faults: [...misspelt, ...placed], asWritten };
}

function kindOf(value: unknown): ManifestKind | SchemaError {
  const fault = (path: Path, message: string): SchemaError => ({ path, isKey: false, message });
  if (value === null)
    return fault([], "this file is empty: a manifest begins with `kind: Episode`");
  if (typeof value !== "object" || Array.isArray(value)) {
    return fault([], "this is no manifest: write fields, a line each, from `kind: Episode` on");
  }
  const found = valueAt(value, ["kind"]);
  const kind = manifestKinds.find((name) => name === found);
  if (kind !== undefined) return kind;
  const choices = adviceFor("kind", found, manifestKinds) ?? advise(found, manifestKinds);
  if (found === undefined) {
    const meant =
      nearestWord("kind", Object.keys(value)) ?? (Object.hasOwn(value, "type") && "type");
    if (!meant) return fault([], `\`kind\` is missing: ${choices}`);
    const named = manifestKinds.find((name) => name === valueAt(value, [meant]));
    if (named !== undefined) return named;
    return { ...fault([meant], misspelledField(meant, "kind")), isKey: true };
  }
  return fault(["kind"], `${quote(found)} is no kind of work: ${choices}`);
}

function placeOfFault(source: Source, { path, isKey }: SchemaError): SourceLocation {
  return isKey ? source.placeOfKey(path) : source.placeOf(path);
}
