import type { Command } from "commander";
import { exportLibrary } from "../../backup/export-library.ts";
import { importLibrary } from "../../backup/import-library.ts";
import { sweep } from "../backup/sweep.ts";
import { json, yes } from "../common.ts";

/** The commands that keep the library safe, and tidy. */
export function addBackupCommands(program: Command): void {
  program.commandsGroup("Keeping the library safe:");

  program
    .command("export")
    .description("write the whole library to a folder, as a BagIt bag that any validator checks")
    .argument("<folder>")
    .option("--public", "only what is public: no drafts, no history, nobody who isn't public")
    .option(...json)
    .addHelpText(
      "after",
      `
Every work with all its revisions and events, and every file under its SHA-256. The same command
goes on where it broke off, and brings an earlier export up to date.

Examples:
  videoteca export backup
  videoteca export for-the-archive --public

Exit codes: 0 all of it, 1 something is missing: it says what.`,
    )
    .action(async (folder: string, options: object) => {
      process.exitCode = await exportLibrary(folder, options);
    });

  program
    .command("import")
    .description("take an export into an empty library, byte for byte")
    .argument("<folder>")
    .option(...json)
    .addHelpText(
      "after",
      `
Takes a token with the scope admin. Works that the library has already are refused; the others
come in. Tokens and links to drafts aren't in an export.

Examples:
  videoteca import backup

Exit codes: 0 all of it, 1 something was refused: it says what.`,
    )
    .action(async (folder: string, options: object) => {
      process.exitCode = await importLibrary(folder, options);
    });

  program
    .command("sweep")
    .description("remove what expired and what no kept revision names; a cron does so daily")
    .option("--dry-run", "say what would go, and remove nothing")
    .option(...yes)
    .option(...json)
    .addHelpText(
      "after",
      `
Takes a token with the scope admin. A revision's files are kept for 30 days after another
replaced it; those of the current one always.

Examples:
  videoteca sweep --dry-run

Exit codes: 0 done, 1 refused, or you said no.`,
    )
    .action(async (options: object) => {
      process.exitCode = await sweep(options);
    });
}
