import type { Command } from "commander";
import type { ExportOptions } from "../../backup/export-library.ts";
import { helpGroups, jsonOption, withExitCode, yesOption } from "../common.ts";

/** Adds `videoteca export`. */
export function addExportCommand(program: Command): void {
  program
    .command("export")
    .helpGroup(helpGroups.backup)
    .description(
      "copy the whole library to a folder, as a BagIt bag that standard tools can verify",
    )
    .argument("<folder>", "an empty folder, or an earlier export")
    .option("--public", "only public content: no drafts, no history, no credits marked non-public")
    .option("--force", "replace a bag of another library or kind, after naming what it would lose")
    .option(...yesOption)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Exports every work with all its revisions and events, and every file under its SHA-256. Run the
command again to continue an interrupted export, or to bring an earlier export up to date. Until
all is fetched, the earlier one stays as it is. Only you can read the folder.

A bag knows its library and whether it is public. One of another library or kind is refused, and
what the library has never deleted isn't removed from a bag, except with --force.

Examples:
  videoteca export backup
  videoteca export for-the-archive --public

Exit codes: 0 everything was exported, 1 refused, or something is missing (it is listed).`,
    )
    .action(
      withExitCode(async (folder: string, options: ExportOptions) => {
        const { exportLibrary } = await import("../../backup/export-library.ts");
        return exportLibrary(folder, options);
      }),
    );
}
