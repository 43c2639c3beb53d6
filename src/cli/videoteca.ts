#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { Command } from "commander";
import { ApiError } from "./api/api-error.ts";
import { CliError } from "./cli-error.ts";
import { apply } from "./commands/apply.ts";
import { check } from "./commands/check.ts";
import { addAccessCommands } from "./commands/groups/access.ts";
import { addBackupCommands } from "./commands/groups/backup.ts";
import { addInspectCommands } from "./commands/groups/inspect.ts";
import { addMediaCommands } from "./commands/groups/media.ts";
import { json } from "./commands/groups/options.ts";
import { addRevisionCommands } from "./commands/groups/revisions.ts";
import { addStartCommands } from "./commands/groups/start.ts";
import { plan } from "./commands/plan.ts";
import { defaultUrl } from "./config/settings.ts";

/** The command line. A command is a file in commands/ and a few lines here. */
export const program = new Command("videoteca")
  .description("Publishes a library of films and documents from manifests.")
  .configureHelp({ showGlobalOptions: true })
  .option("--profile <name>", "the profile to use (see videoteca login)")
  .on("option:profile", (name: string) => {
    process.env.VIDEOTECA_PROFILE = name;
  })
  .showHelpAfterError("(videoteca --help tells what there is)")
  .addHelpText(
    "after",
    `
Each PATH is a manifest (library.yaml, series.yaml, episode.yaml, document.yaml) or a folder of them.

Environment:
  VIDEOTECA_TOKEN    your staff token; npm start prints one. It wins over any profile
  VIDEOTECA_URL      the library's address (${defaultUrl})
  VIDEOTECA_PROFILE  the profile to use, as --profile
  NO_COLOR           no colours

Exit codes:
  0  done; of plan: nothing would change
  1  there are errors, or something wasn't published
  2  of plan: something would change

Examples:
  videoteca check media-manifests
  videoteca plan media-manifests/how-did-we-get-here
  videoteca apply media-manifests --yes`,
  );

/** Runs a command; its exit code is the process's. */
function run<Options>(command: (paths: readonly string[], options: Options) => Promise<number>) {
  return async (paths: string[], options: Options): Promise<void> => {
    process.exitCode = await command(paths, options);
  };
}

addStartCommands(program);
program.commandsGroup("Publishing:");

program
  .command("check")
  .description("look for mistakes in manifests, captions and media; needs no network")
  .argument("<path...>")
  .option(...json)
  .addHelpText(
    "after",
    `
Examples:
  videoteca check .
  videoteca check media-manifests --json

Exit codes: 0 all is well (warnings allowed), 1 there are errors.`,
  )
  .action(run(check));

program
  .command("plan")
  .description("say what publishing would change; writes nothing")
  .argument("<path...>")
  .option(...json)
  .addHelpText(
    "after",
    `
Examples:
  videoteca plan media-manifests/how-did-we-get-here
  videoteca plan media-manifests --json

Exit codes: 0 nothing would change, 2 something would, 1 errors.`,
  )
  .action(run(plan));

program
  .command("apply")
  .description("publish what has changed, after a question")
  .argument("<path...>")
  .option("--yes", "don't ask")
  .option(...json)
  .addHelpText(
    "after",
    `
Examples:
  videoteca apply media-manifests
  videoteca apply media-manifests/documents --yes --json

Exit codes: 0 all is published, 1 errors, or something wasn't published.`,
  )
  .action(run(apply));

addMediaCommands(program);
addInspectCommands(program);
addRevisionCommands(program);
addBackupCommands(program);
addAccessCommands(program);

// Run, and not imported by a test; `npm` runs it through a link.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CliError || error instanceof ApiError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
