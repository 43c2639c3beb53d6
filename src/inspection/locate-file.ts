import { nearestWord } from "../manifest/errors/nearest.ts";
import type { FileTree } from "./file-tree.ts";
import { type FileProblem, fileError } from "./inspected-file.ts";

/** A file that a manifest names, where it is on this machine. */
export interface LocatedFile {
  readonly path: string;
  /** Where its symbolic links lead to. */
  readonly realPath: string;
  /** In bytes. */
  readonly size: number;
  readonly problems: readonly FileProblem[];
}

/** Why a file can't be used. */
export interface UnlocatedFile {
  readonly path: undefined;
  readonly problems: readonly FileProblem[];
}

/**
 * Finds a file that a manifest names. Letters with marks can be written in two ways that look the same
 * (Unicode NFC and NFD), and a file keeps its way when it moves between machines: either finds the other.
 * @param folder the manifest's folder
 * @param name may be in a subfolder
 */
export async function locateFile(
  tree: FileTree,
  folder: string,
  name: string,
): Promise<LocatedFile | UnlocatedFile> {
  const failed = (message: string): UnlocatedFile => {
    return { path: undefined, problems: [fileError(message)] };
  };
  const asNamed = await tree.find(folder, name);
  if ("reason" in asNamed && !asNamed.isMissing) return failed(`${name} ${asNamed.reason}`);
  const { actual, near, isOtherCase } = await findActualName(tree, folder, name);
  if ("isMissing" in asNamed && (actual === undefined || isOtherCase)) {
    return failed(actual === undefined ? missingMessage(name, near) : caseMessage(name, actual));
  }
  const found = await tree.find(folder, actual ?? name);
  if ("reason" in found) {
    const isBrokenLink = found.isMissing === true;
    return failed(
      isBrokenLink
        ? `${name} is a symbolic link to a file that doesn't exist`
        : `${name} ${found.reason}`,
    );
  }
  if (found.size === 0) return failed(`${name} is empty: save or copy it again`);
  // macOS and Windows find it all the same; the next machine may not.
  const problems: FileProblem[] =
    isOtherCase && actual !== undefined
      ? [{ severity: "warning", message: caseMessage(name, actual) }]
      : [];
  return { ...found, path: tree.join(folder, actual ?? name), problems };
}

/**
 * A name as it is written on this machine, which may be in the other Unicode form.
 * @returns the name itself if there is no such file
 */
export async function nameOnDisk(tree: FileTree, folder: string, name: string): Promise<string> {
  const { actual, isOtherCase } = await findActualName(tree, folder, name);
  return actual === undefined || isOtherCase ? name : actual;
}

interface ActualName {
  /** The same name as it is written on this machine; undefined if there is none. */
  readonly actual: string | undefined;
  /** Whether it differs in the case of its letters. */
  readonly isOtherCase: boolean;
  /** The nearest name, if there is none that is the same. */
  readonly near: string | undefined;
}

async function findActualName(tree: FileTree, folder: string, name: string): Promise<ActualName> {
  const steps = name.split("/").filter((step) => step !== "" && step !== ".");
  const found: string[] = [];
  for (const [index, step] of steps.entries()) {
    const match = findName(step, await tree.listInside(folder, found));
    if (match.name === undefined) {
      const isLast = index === steps.length - 1 && match.near !== undefined;
      const near = isLast ? [...found, match.near].join("/") : undefined;
      return { actual: undefined, isOtherCase: false, near };
    }
    found.push(match.name);
  }
  const actual = found.join("/");
  const isOtherCase = actual.normalize("NFC") !== steps.join("/").normalize("NFC");
  return { actual, isOtherCase, near: undefined };
}

/** The name among others that is the same, or differs only in the case of its letters. */
function findName(
  wanted: string,
  names: readonly string[],
): { readonly name: string | undefined; readonly near: string | undefined } {
  if (names.includes(wanted)) return { name: wanted, near: undefined };
  const composed = wanted.normalize("NFC");
  const same = names.find((name) => name.normalize("NFC") === composed);
  const hasSameLetters = (name: string) =>
    name.normalize("NFC").toLowerCase() === composed.toLowerCase();
  const name = same ?? names.find(hasSameLetters);
  return { name, near: name ?? nearestWord(wanted, names) };
}

function caseMessage(name: string, actual: string): string {
  return `the file ${name} is called ${actual}: capital and small letters are different on Linux, so write ${actual}`;
}

function missingMessage(name: string, near: string | undefined): string {
  const advice = near === undefined ? "put it in this manifest's folder" : `did you mean ${near}?`;
  return `the file ${name} doesn't exist: ${advice}`;
}
