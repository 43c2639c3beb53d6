import { type CheckProblem, checkManifest } from "./checks.ts";
import type { SchemaError } from "./errors/explain.ts";
import { hasErrors, type Problem, type SourceLocation, sortProblems } from "./errors/problem.ts";
import { listFiles, type ManifestFiles } from "./files.ts";
import { checkMentions } from "./mentions/check-mentions.ts";
import { type Manifest, manifestFileName, manifestKinds } from "./schema.ts";
import { type Path, readSource, type Source } from "./source.ts";
import { validate } from "./validate.ts";

/** A manifest, or why it couldn't be read. */
export interface ReadManifest {
  /** Undefined if `problems` contains an error, other than that a name isn't public. */
  readonly manifest: Manifest | undefined;
  /** What can be checked of its files, even if the manifest has errors. */
  readonly files: ManifestFiles;
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
    return { manifest: undefined, files: noFiles, problems: sortProblems(problems), locationOf };
  };
  const errors = source.errors.map(({ message, ...location }) =>
    problem(location, "error", message),
  );
  if (source.value === undefined) return failed(errors);

  const validated = validate(source.value, source);
  const { asWritten } = validated;
  const locate = (found: readonly SchemaError[], severity: Problem["severity"]) =>
    found.map((one) => problem(locationOfError(source, one), severity, one.message));
  errors.push(...locate(validated.errors, "error"));
  const warnings = locate(validated.warnings, "warning");
  const mentions = checkMentions(validated.value).map(({ path, severity, message }) =>
    problem(locationOf(asWritten(path)), severity, message),
  );
  const { manifest, invalidFields } = validated;
  if (manifest === undefined) return failed([...errors, ...warnings, ...mentions]);

  const checked = [...checkManifest(manifest), ...checkFileName(fileName, manifest)]
    .filter(({ path, about = [] }) =>
      [String(path[0]), ...about].every((field) => !invalidFields.has(field)),
    )
    .map(({ path, severity, message }) => problem(locationOf(asWritten(path)), severity, message));
  const problems = [...errors, ...warnings, ...checked];
  return {
    manifest: hasErrors(problems) ? undefined : manifest,
    files: {
      value: validated.value,
      references: listFiles(manifest.kind, validated.value),
      status: "status" in manifest ? manifest.status : "published",
      chapters:
        manifest.kind === "Episode" && !invalidFields.has("chapters") ? manifest.chapters : [],
    },
    problems: sortProblems([...problems, ...mentions]),
    locationOf: (path) => locationOf(asWritten(path)),
  };
}

const noFiles: ManifestFiles = {
  value: undefined,
  references: [],
  status: "published",
  chapters: [],
};

/** Warns of a file name that belongs to another kind: a series.yaml that contains an episode. */
function checkFileName(fileName: string, { kind }: Manifest): CheckProblem[] {
  const name = fileName.slice(fileName.search(/[^/\\]*$/));
  const right = manifestFileName(kind);
  if (name === right || !manifestKinds.map(manifestFileName).includes(name)) return [];
  const message = `this file is named ${name}, but its kind is ${kind}: rename it to ${right}, or change the kind`;
  return [{ path: ["kind"], severity: "warning", message }];
}

function locationOfError(source: Source, { path, isKey }: SchemaError): SourceLocation {
  return isKey ? source.locationOfKey(path) : source.locationOf(path);
}
