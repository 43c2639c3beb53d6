import { checkMentions } from "./check-mentions.ts";
import { type CheckProblem, checkManifest } from "./checks.ts";
import { explain, explainMisspelledField, type SchemaError, valueAt } from "./errors/explain.ts";
import { quote, suggestChoice } from "./errors/explain-value.ts";
import { findWrongTags } from "./errors/language-tags.ts";
import { correctFieldNames } from "./errors/misspelled.ts";
import { nearestWord } from "./errors/nearest.ts";
import { hasErrors, type Problem, type SourceLocation, sortProblems } from "./errors/problem.ts";
import { suggestForSynonym } from "./errors/synonyms.ts";
import {
  type Manifest,
  type ManifestKind,
  manifestFileName,
  manifestKinds,
  manifestSchemas,
} from "./schema.ts";
import { type Path, readSource, type Source } from "./source.ts";

/** A manifest, or why it couldn't be read. */
export interface ReadManifest {
  /** Undefined if `problems` contains an error, other than that a name isn't public. */
  readonly manifest: Manifest | undefined;
  /** All errors and warnings, in the order of the file. */
  readonly problems: readonly Problem[];
  /** The location of the value at a path such as `["captions", 1, "file"]`. */
  locationOf(path: Path): SourceLocation;
}

/**
 * Reads a manifest from its YAML. Never throws; reports everything that is wrong at once.
 * @param fileName the file's name in problems; it isn't opened
 */
export function readManifest(fileName: string, yamlText: string): ReadManifest {
  const source = readSource(yamlText);
  const problem = (
    location: SourceLocation,
    severity: Problem["severity"],
    message: string,
  ): Problem => {
    return { file: fileName, ...location, severity, message };
  };
  const locationOf = (path: Path) => source.locationOf(path);
  const failed = (problems: readonly Problem[]): ReadManifest => {
    return { manifest: undefined, problems: sortProblems(problems), locationOf };
  };
  const errors = source.errors.map(({ message, ...location }) =>
    problem(location, "error", message),
  );
  if (source.value === undefined) return failed(errors);

  const { value, manifest, errors: found, asWritten } = validate(source.value);
  const locate = ({ path, severity, message }: CheckProblem) =>
    problem(locationOf(asWritten(path)), severity, message);
  errors.push(
    ...found.map((error) => problem(locationOfError(source, error), "error", error.message)),
  );
  const mentions = checkMentions(value).map(locate);
  if (manifest === undefined) return failed([...errors, ...mentions]);

  const checked = [...checkManifest(manifest), ...checkFileName(fileName, manifest)].map(locate);
  const problems = [...errors, ...checked];
  if (hasErrors(problems)) return failed([...problems, ...mentions]);
  // A mention doesn't prevent reading the manifest, so that those in its files are reported with it.
  return { manifest, problems: sortProblems([...problems, ...mentions]), locationOf };
}

/** Warns of a file name that belongs to another kind: a series.yaml that contains an episode. */
function checkFileName(fileName: string, { kind }: Manifest): CheckProblem[] {
  const name = fileName.slice(fileName.search(/[^/\\]*$/));
  const right = manifestFileName(kind);
  if (name === right || !manifestKinds.map(manifestFileName).includes(name)) return [];
  const message = `this file is named ${name}, but its kind is ${kind}: rename it to ${right}, or change the kind`;
  return [{ path: ["kind"], severity: "warning", message }];
}

interface Validated {
  /** What was validated: the value as written, with corrected field names. */
  readonly value: unknown;
  /** With corrected field names, if it is valid then; there may still be errors. */
  readonly manifest: Manifest | undefined;
  readonly errors: readonly SchemaError[];
  asWritten(path: Path): Path;
}

/** Validates a value against the schema of its kind. */
function validate(written: unknown): Validated {
  const kind = findKind(written);
  if (typeof kind !== "string") {
    return { value: written, manifest: undefined, errors: [kind], asWritten: (path) => path };
  }
  const schema = manifestSchemas[kind];
  const { value, errors: misspelled, asWritten } = correctFieldNames(written, schema);
  const result = schema.safeParse(value);
  // Language tags are checked separately, because that check knows the names of languages.
  const tags = findWrongTags(value);
  const reported = new Set(tags.map(({ path }) => JSON.stringify(path)));
  const schemaErrors = (result.error?.issues ?? [])
    .flatMap((issue) => explain(issue, schema, value))
    .filter(({ path }) => !reported.has(JSON.stringify(path)));
  const located = [...schemaErrors, ...tags].map((error) => ({
    ...error,
    path: asWritten(error.path),
  }));
  return { value, manifest: result.data, errors: [...misspelled, ...located], asWritten };
}

function findKind(value: unknown): ManifestKind | SchemaError {
  const error = (path: Path, message: string): SchemaError => ({ path, isKey: false, message });
  if (value === null)
    return error([], "this file is empty: a manifest begins with `kind: Episode`");
  if (typeof value !== "object" || Array.isArray(value)) {
    return error(
      [],
      "this isn't a manifest: write one field per line, starting with `kind: Episode`",
    );
  }
  const found = valueAt(value, ["kind"]);
  const kind = manifestKinds.find((name) => name === found);
  if (kind !== undefined) return kind;
  const choices =
    suggestForSynonym("kind", found, manifestKinds) ?? suggestChoice(found, manifestKinds);
  if (found === undefined) {
    const meant =
      nearestWord("kind", Object.keys(value)) ?? (Object.hasOwn(value, "type") && "type");
    if (!meant) return error([], `\`kind\` is missing: ${choices}`);
    const named = manifestKinds.find((name) => name === valueAt(value, [meant]));
    if (named !== undefined) return named;
    return { ...error([meant], explainMisspelledField(meant, "kind")), isKey: true };
  }
  return error(["kind"], `${quote(found)} isn't a kind of work: ${choices}`);
}

function locationOfError(source: Source, { path, isKey }: SchemaError): SourceLocation {
  return isKey ? source.locationOfKey(path) : source.locationOf(path);
}
