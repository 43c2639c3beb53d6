import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { referenceOf } from "../src/cli/reference.ts";
import { program } from "../src/cli/videoteca.ts";

/**
 * Writes every command's help into docs/cli.md: node scripts/make-cli-docs.ts
 * Run it after a change of a command; a test says when that was forgotten.
 */
const file = join(import.meta.dirname, "../docs/cli.md");
const text = await readFile(file, "utf8");
const heading = "## Commands\n\n";
const start = text.indexOf(heading);
if (start < 0) throw new Error(`${file} has no heading “## Commands”.`);
await writeFile(file, text.slice(0, start) + heading + referenceOf(program));
