import type { Command } from "commander";
import { restore } from "../revisions/restore.ts";
import { rollback } from "../revisions/rollback.ts";
import { withdraw } from "../revisions/withdraw.ts";
import { json, yes } from "../common.ts";

/** The commands that take a change back, or a work away. */
export function addRevisionCommands(program: Command): void {
  program.commandsGroup("Going back:");

  program
    .command("rollback")
    .description("make an older revision current again, after a question")
    .argument("<slug>")
    .argument("[revision]", "its number; the one before the current one if it isn't said")
    .option(...yes)
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  videoteca rollback criminalizing-migration
  videoteca rollback criminalizing-migration 3 --yes

Exit codes: 0 done, 1 refused, or you said no.`,
    )
    .action(async (slug: string, revision: string | undefined, options: object) => {
      process.exitCode = await rollback(slug, revision, options);
    });

  program
    .command("withdraw")
    .description("take a work and its files out of the library at once, after a question")
    .argument("<slug>")
    .option(
      "--notice <text>",
      "what the public is told; once for each language, as es=TEXT",
      (text: string, others: readonly string[] = []) => [...others, text],
    )
    .option(...yes)
    .option(...json)
    .addHelpText(
      "after",
      `
Its pages and embeds show the notice, its captions and media stop at once, and the files of all
its revisions are deleted, but those that another public work shows. To repeat it does no harm.

Examples:
  videoteca withdraw criminalizing-migration --notice "Withdrawn at a speaker's wish."
  videoteca withdraw criminalizing-migration --notice en="Withdrawn." --notice es="Retirado." --yes

Exit codes: 0 done, 1 refused, or you said no.`,
    )
    .action(async (slug: string, options: object) => {
      process.exitCode = await withdraw(slug, options);
    });

  program
    .command("restore")
    .description("bring a withdrawn work back as it was, after a question")
    .argument("<slug>")
    .argument(
      "[path...]",
      "where its manifest and files are, to send again what was deleted (media-manifests)",
    )
    .option(...yes)
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  videoteca restore criminalizing-migration
  videoteca restore criminalizing-migration media-manifests/how-did-we-get-here

Exit codes: 0 done, 1 refused, or files are missing: it says which.`,
    )
    .action(async (slug: string, paths: string[], options: object) => {
      process.exitCode = await restore(slug, paths, options);
    });
}
