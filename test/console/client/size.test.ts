import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import * as browser from "../../../build/browser.ts";

/** DESIGN 12: before anything is needed that comes later. */
const maxFirstLoad = 150_000;
const folder = join(import.meta.dirname, "../../../build/assets/console");

/** The files that a script needs at once: itself and what it imports, but not what it imports later. */
function firstLoad(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)) {
    if (name !== undefined) firstLoad(name, found);
  }
  return found;
}

test("a page of the console loads at most 150 kB with its script", () => {
  const pages = [browser.captionsEditorScriptPath, browser.publishScriptPath];
  const styles = ["site.css", "console.css"].map((name) => readFileSync(join(folder, "..", name)));
  const style = gzipSync(Buffer.concat(styles)).length;
  for (const path of pages) {
    const sizes = [...firstLoad(basename(path))].map(
      (name) => gzipSync(readFileSync(join(folder, name))).length,
    );
    const total = sizes.reduce((sum, size) => sum + size, style);
    expect(total, path).toBeLessThanOrEqual(maxFirstLoad);
  }
});
