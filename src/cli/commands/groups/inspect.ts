import type { Command } from "commander";
import { diff } from "../inspect/diff.ts";
import { history } from "../inspect/history.ts";
import { preview } from "../inspect/preview.ts";
import { status } from "../inspect/status.ts";
import { json } from "../common.ts";

/** The commands that look at what is in the library. */
export function addInspectCommands(program: Command): void {
  program.commandsGroup("Looking at the library:");

  program
    .command("status")
    .description("say how a work stands in the library, or how all stand")
    .argument("[slug]")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  videoteca status
  videoteca status criminalizing-migration

Exit codes: 0 told, 1 no work has the slug.`,
    )
    .action(async (slug: string | undefined, options: object) => {
      process.exitCode = await status(slug, options);
    });

  program
    .command("history")
    .description("list all that was done with a work: what, when, by whom")
    .argument("<slug>")
    .option(...json)
    .addHelpText(
      "after",
      `
The newest comes first; * marks the revision that is current.

Examples:
  videoteca history criminalizing-migration
  videoteca history criminalizing-migration --json

Exit codes: 0 listed, 1 no work has the slug.`,
    )
    .action(async (slug: string, options: object) => {
      process.exitCode = await history(slug, options);
    });

  program
    .command("diff")
    .description("say what differs between two revisions; without numbers, what changed last")
    .argument("<slug>")
    .argument("[from]", "a revision's number")
    .argument("[to]", "another; the current one if it isn't said")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  videoteca diff criminalizing-migration
  videoteca diff criminalizing-migration 2 5

Exit codes: 0 told, 1 there is no such work or revision.`,
    )
    .action(async (slug: string, from?: string, to?: string, options = {}) => {
      process.exitCode = await diff(slug, from, to, options);
    });

  program
    .command("preview")
    .description("make a link that shows a draft to whoever is given it, until it expires")
    .argument("<slug>")
    .option("--hours <number>", "how long it lasts (24)")
    .option(...json)
    .addHelpText(
      "after",
      `
The links alone go to standard output: the page, and of a film the embed.

Examples:
  videoteca preview criminalizing-migration
  videoteca preview criminalizing-migration --hours 72

Exit codes: 0 made, 1 there is no draft of that slug.`,
    )
    .action(async (slug: string, options: object) => {
      process.exitCode = await preview(slug, options);
    });
}
