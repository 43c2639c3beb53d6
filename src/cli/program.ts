import { Command } from "commander";
import { addLoginCommand } from "./commands/access/login.ts";
import { addLogoutCommand } from "./commands/access/logout.ts";
import { addTokenCommand } from "./commands/access/token.ts";
import { addWhoamiCommand } from "./commands/access/whoami.ts";
import { addExportCommand } from "./commands/backup/export.ts";
import { addImportCommand } from "./commands/backup/import.ts";
import { addSweepCommand } from "./commands/backup/sweep.ts";
import { checkArguments } from "./commands/check-arguments.ts";
import { addDiffCommand } from "./commands/inspect/diff.ts";
import { addHistoryCommand } from "./commands/inspect/history.ts";
import { addPreviewCommand } from "./commands/inspect/preview.ts";
import { addStatusCommand } from "./commands/inspect/status.ts";
import { addPrepareCommand } from "./commands/media/prepare.ts";
import { addApplyCommand } from "./commands/publish/apply.ts";
import { addCheckCommand } from "./commands/publish/check.ts";
import { addPlanCommand } from "./commands/publish/plan.ts";
import { addPullCommand } from "./commands/publish/pull.ts";
import { addDeleteCommand } from "./commands/revisions/delete.ts";
import { addRestoreCommand } from "./commands/revisions/restore.ts";
import { addRollbackCommand } from "./commands/revisions/rollback.ts";
import { addWithdrawCommand } from "./commands/revisions/withdraw.ts";
import { addDoctorCommand } from "./commands/start/doctor.ts";
import { addInitCommand } from "./commands/start/init.ts";
import { chooseProfile } from "./config/profiles.ts";
import { defaultUrl } from "./config/settings.ts";
import { version } from "./config/version.ts";
import { commanderOutput } from "./output/print.ts";

/**
 * The command line's definition: all commands, in the order of `--help`. What a command needs is
 * loaded when it runs, so that `--help` and `--version` are fast.
 */
export const program = new Command("videoteca")
  .description("Publish a library of films and documents from manifests.")
  .version(version, "-V, --version", "print the version")
  .configureHelp({ showGlobalOptions: true })
  .configureOutput(commanderOutput)
  .option("--profile <name>", "the profile to use (see videoteca login); wins over the environment")
  .hook("preAction", async (program, command) => {
    const { profile } = program.opts();
    // login makes the profile: there is nothing in it yet that could win.
    if (profile !== undefined) chooseProfile(process.env, profile, command.name() === "login");
    await checkArguments(command);
  })
  .showHelpAfterError("(run videoteca --help for the list of commands)")
  .addHelpText(
    "after",
    `
Each PATH is a manifest (library.yaml, series.yaml, episode.yaml, document.yaml) or a folder of them.

Environment:
  VIDEOTECA_TOKEN    your staff token (npm start prints one); wins over profiles, except --profile
  VIDEOTECA_URL      the library's address (default: ${defaultUrl})
  VIDEOTECA_PROFILE  the profile to use, as --profile
  NO_COLOR           set to any value to turn colors off

Exit codes:
  0  success; plan: nothing would change
  1  there are errors, or something wasn't published
  2  plan: something would change

Examples:
  videoteca check media-manifests
  videoteca plan media-manifests/how-did-we-get-here
  videoteca apply media-manifests --yes`,
  );

for (const addCommand of [
  addInitCommand,
  addDoctorCommand,
  addCheckCommand,
  addPlanCommand,
  addApplyCommand,
  addPullCommand,
  addPrepareCommand,
  addStatusCommand,
  addHistoryCommand,
  addDiffCommand,
  addPreviewCommand,
  addRollbackCommand,
  addWithdrawCommand,
  addRestoreCommand,
  addDeleteCommand,
  addExportCommand,
  addImportCommand,
  addSweepCommand,
  addLoginCommand,
  addLogoutCommand,
  addWhoamiCommand,
  addTokenCommand,
]) {
  addCommand(program);
}
