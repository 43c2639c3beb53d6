import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { nearestWord } from "../../manifest/errors/nearest.ts";
import { type FileProblem, fileError } from "./inspected-file.ts";

/** A file that a manifest names, where it is on this machine. */
export interface LocatedFile {
  /** Undefined if it can't be read; `problems` has the reason. */
  readonly path: string | undefined;
  readonly problems: readonly FileProblem[];
}

/**
 * Finds a file that a manifest names. Letters with marks can be written in two ways that look the same
 * (Unicode NFC and NFD), and a file keeps its way when it moves between machines: either finds the other.
 * @param folder the manifest's folder
 * @param name may be in a subfolder
 */
export async function locateFile(folder: string, name: string): Promise<LocatedFile> {
  const failed = (message: string) => ({ path: undefined, problems: [fileError(message)] });
  const steps = name.split("/").filter((step) => step !== "" && step !== ".");
  const found: string[] = [];
  for (const step of steps) {
    const entries = await readdir(join(folder, ...found)).catch((): string[] => []);
    const match = findName(step, entries);
    if (match.name === undefined)
      return failed(missingMessage(name, [...found, match.near], steps));
    found.push(match.name);
  }
  const path = join(folder, ...found);
  const actual = found.join("/");
  const differsInCase = actual.normalize("NFC") !== steps.join("/").normalize("NFC");
  const entry = await stat(path).catch(() => undefined);
  if (entry === undefined) {
    return failed(
      `${name} can't be opened: see whether you may read it, and whether it is a link to a file that is gone`,
    );
  }
  const isFoundAsNamed = (await stat(join(folder, name)).catch(() => undefined)) !== undefined;
  if (differsInCase && !isFoundAsNamed) return failed(caseMessage(name, actual));
  if (entry.isDirectory()) return failed(`${name} is a folder: name a file`);
  if (!entry.isFile()) return failed(`${name} is a device or a pipe: name a file`);
  if (entry.size === 0) return failed(`${name} is empty: save or copy it again`);
  // macOS and Windows find it all the same; the next machine may not.
  const problems: FileProblem[] = differsInCase
    ? [{ severity: "warning", message: caseMessage(name, actual) }]
    : [];
  return { path, problems };
}

/** The name among others that is the same, or differs only in the case of its letters. */
function findName(
  wanted: string,
  names: readonly string[],
): { readonly name: string | undefined; readonly near: string | undefined } {
  if (names.includes(wanted)) return { name: wanted, near: undefined };
  const composed = wanted.normalize("NFC");
  const same = names.find((name) => name.normalize("NFC") === composed);
  const sameLetters = (name: string) =>
    name.normalize("NFC").toLowerCase() === composed.toLowerCase();
  const name = same ?? names.find(sameLetters);
  return { name, near: name ?? nearestWord(wanted, names) };
}

function caseMessage(name: string, actual: string): string {
  return `the file ${name} is called ${actual}: capital and small letters are different on Linux, so write ${actual}`;
}

/** @param near the nearest names of its folders and of itself, as far as there are some */
function missingMessage(
  name: string,
  near: readonly (string | undefined)[],
  steps: readonly string[],
): string {
  const isComplete = near.length === steps.length && !near.includes(undefined);
  const advice = isComplete
    ? `did you mean ${near.join("/")}?`
    : "put it in this manifest's folder";
  return `the file ${name} doesn't exist: ${advice}`;
}
