import { createHash } from "node:crypto";
import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readIfThere, root } from "./local.ts";

/**
 * What everything is built from: each file that a script of the build reads. That other versions of packages are
 * installed shows in npm's lists of them.
 */
export const sources = [
  "src/**/*",
  "scripts/**/*",
  "docs/problems.md",
  "media-manifests/schema/*.json",
  "package.json",
  "package-lock.json",
  "node_modules/.package-lock.json",
  "tsconfig.json",
];

/** Something that a script builds out of files. */
export interface Making {
  /** The file that notes what was made of what. */
  readonly note: string;
  /** Patterns of what it is made of; of the sources if they aren't given. */
  readonly inputs?: readonly string[];
  /** Patterns of what is made. */
  readonly outputs: readonly string[];
  /** What else decides about the outputs. */
  readonly settings?: string;
  /** The folder to which all of these paths are relative; the repository if it isn't given. */
  readonly folder?: string;
  make(): Promise<void>;
}

/**
 * Makes something, unless it is there as it was made last, of the same files: `npm start`, wrangler and npm call the
 * scripts of the build several times.
 */
export async function makeIfChanged({
  note,
  inputs = sources,
  outputs,
  settings = "",
  folder = root,
  make,
}: Making): Promise<void> {
  const file = join(folder, note);
  // Another Node has other names of languages.
  const digestOfInputs = () => `${process.version} ${settings} ${digestOf(inputs, folder)}`;
  const before = digestOfInputs();
  if (readIfThere(file) === `${before} ${digestOf(outputs, folder)}`) return;
  await make();
  // What was changed meanwhile may be in some outputs and not in others.
  if (digestOfInputs() !== before) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${before} ${digestOf(outputs, folder)}`);
}

/** A digest of the names and contents of all files that fit some patterns. */
function digestOf(patterns: readonly string[], folder: string): string {
  const hash = createHash("sha256");
  const entries = globSync([...patterns], { cwd: folder, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    // Another process that builds may have removed it since.
    const text = readIfThere(path) ?? "";
    hash.update(`${path.slice(folder.length)} ${text.length}\n`).update(text);
  }
  return hash.digest("hex");
}
