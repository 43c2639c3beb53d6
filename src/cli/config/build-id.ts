import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** Names what this source builds: the digest of all that makes the pages. Sixteen hexadecimal digits. */
export function buildIdOfSource(): string {
  const hash = createHash("sha256");
  const files = globSync(["src/**/*.{ts,tsx,css}", "docs/problems.md"], { cwd: root }).sort();
  for (const path of files) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 16);
}
