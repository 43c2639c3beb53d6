import type { Command } from "commander";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

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
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Exports every work with all its revisions and events, and every file under its SHA-256. Run the
command again to continue an interrupted export, or to bring an earlier export up to date.

Examples:
  videoteca export backup
  videoteca export for-the-archive --public

Exit codes: 0 everything was exported, 1 something is missing (it is listed).`,
    )
    .action(
      withExitCode(async (folder: string, options: JsonOption & { readonly public?: boolean }) => {
        const { exportLibrary } = await import("../../backup/export-library.ts");
        return exportLibrary(folder, options);
      }),
    );
}
