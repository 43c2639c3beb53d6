import { hasErrors } from "../../manifest/errors/problem.ts";
import { languagesOf } from "../../records/tracks.ts";
import { type LoadedManifests, readManifests } from "../manifests/read-folder.ts";
import { print, printProblems } from "../output/print.ts";

/**
 * `videoteca check`: reads everything at some paths and lists all that is to be mended. Needs no
 * network. @returns the exit code
 */
export async function check(
  paths: readonly string[],
  { json = false }: { json?: boolean },
): Promise<number> {
  const gathered = await readManifests(paths);
  if (json) printJson(gathered);
  else printProblems(gathered.problems, gathered.manifests);
  return hasErrors(gathered.problems) ? 1 : 0;
}

/**
 * Does what `check` does for a command that goes on from there, which has the last word in JSON.
 * @returns undefined where there are errors: they are told, and there is nothing to go on with
 */
export async function checked(
  paths: readonly string[],
  json: boolean,
): Promise<LoadedManifests | undefined> {
  const gathered = await readManifests(paths);
  const broken = hasErrors(gathered.problems);
  if (!json) printProblems(gathered.problems, gathered.manifests);
  else if (broken) printJson(gathered);
  return broken ? undefined : gathered;
}

/** Prints what `check --json` answers; `plan` and `apply` answer so too where there are errors. */
function printJson({ problems, works }: LoadedManifests): void {
  const listed = works.map(({ file, record, digest, blobs }) => ({
    slug: record.slug,
    kind: record.kind,
    file,
    digest,
    languages: languagesOf(record),
    ...(record.kind === "Episode" ? { duration: record.duration } : {}),
    blobs: blobs.map(({ sha256, extension, size }) => ({ sha256, extension, size })),
  }));
  print(JSON.stringify({ problems, works: listed }, null, 2));
}
