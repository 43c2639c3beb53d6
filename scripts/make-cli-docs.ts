import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderReference } from "../src/cli/output/help-text.ts";
import { program } from "../src/cli/program.ts";

/**
 * Writes the help of every command into docs/cli.md: `node scripts/make-cli-docs.ts`.
 * Run it after changing a command's help; a test fails if docs/cli.md is out of date.
 */
const file = join(import.meta.dirname, "../docs/cli.md");
const text = await readFile(file, "utf8");
const heading = "## Commands\n\n";
const start = text.indexOf(heading);
if (start < 0) throw new Error(`${file} has no heading “## Commands”.`);
await writeFile(file, text.slice(0, start) + heading + renderReference(program));
