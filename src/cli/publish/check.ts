import type { LoadedManifests } from "../../inspection/read-manifests.ts";
import { hasErrors } from "../../manifest/errors/problem.ts";
import { languagesOf } from "../../records/tracks.ts";
import type { JsonOption } from "../commands/common.ts";
import { readManifests } from "../manifests/read-manifests.ts";
import { printJson, printProblems } from "../output/print.ts";

/**
 * `videoteca check`: reads all manifests at some paths and lists their problems. Needs no network.
 * @returns the exit code
 */
export async function check(
  paths: readonly string[],
  { json = false }: JsonOption,
): Promise<number> {
  const loaded = await readManifests(paths);
  if (json) printJson(describeManifests(loaded));
  else printProblems(loaded.problems, loaded.manifestCount);
  return hasErrors(loaded.problems) ? 1 : 0;
}

/**
 * Reads manifests for a command that goes on with them, and prints their problems as `check` does.
 * With `json`, nothing is printed unless there are errors, because the command prints its own result.
 * @returns undefined if there are errors
 */
export async function readCheckedManifests(
  paths: readonly string[],
  json: boolean,
): Promise<LoadedManifests | undefined> {
  const loaded = await readManifests(paths);
  const isBroken = hasErrors(loaded.problems);
  if (!json) printProblems(loaded.problems, loaded.manifestCount);
  else if (isBroken) printJson(describeManifests(loaded));
  return isBroken ? undefined : loaded;
}

/** The result of `check --json`. */
function describeManifests({ problems, works }: LoadedManifests): object {
  const described = works.map(({ file, record, digest, blobs }) => ({
    slug: record.slug,
    kind: record.kind,
    file,
    digest,
    languages: languagesOf(record),
    ...(record.kind === "Episode" ? { duration: record.duration } : {}),
    blobs: blobs.map(({ sha256, extension, size }) => ({ sha256, extension, size })),
  }));
  return { problems, works: described };
}
