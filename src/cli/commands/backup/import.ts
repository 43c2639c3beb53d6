import type { Command } from "commander";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca import`. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .helpGroup(helpGroups.backup)
    .description("load an export into an empty library, byte for byte")
    .argument("<folder>", "a folder written by videoteca export")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Needs a token with the scope admin. Run the command again to continue an interrupted import: works
that the library has with the same revisions are there already. Other works of the same name are
refused. An export contains no tokens and no preview links.

Examples:
  videoteca import backup

Exit codes: 0 everything is imported, or was there already; 1 something was refused (it is listed).`,
    )
    .action(
      withExitCode(async (folder: string, options: JsonOption) => {
        const { importLibrary } = await import("../../backup/import-library.ts");
        return importLibrary(folder, options);
      }),
    );
}
