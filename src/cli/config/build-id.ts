import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Set by scripts/build-cli.ts: an installed command has no source to compute the id from. */
declare const builtBuildId: string | undefined;

const root = join(import.meta.dirname, "../../..");

/** The build id of this program; the library that was built from the same source has the same one. */
export function buildId(): string {
  return typeof builtBuildId === "string" ? builtBuildId : computeBuildId();
}

/** Computes the id of the source in this repository: 16 hexadecimal digits that change with any file. */
export function computeBuildId(): string {
  const hash = createHash("sha256");
  const files = globSync(["src/**/*.{ts,tsx,css}", "docs/problems.md"], { cwd: root }).sort();
  for (const path of files) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 16);
}
