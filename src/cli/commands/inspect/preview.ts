import type { Command } from "commander";
import { formatTimestamp } from "../../../plans/timestamp.ts";
import { CliError } from "../../cli-error.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson, printNotice } from "../../output/print.ts";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

interface PreviewOptions extends JsonOption {
  readonly hours?: number;
}

/** Adds `videoteca preview`. */
export function addPreviewCommand(program: Command): void {
  program
    .command("preview")
    .helpGroup(helpGroups.inspect)
    .description("create a link that shows a draft to anyone who has it, until it expires")
    .argument("<slug>", "the work's slug")
    .option("--hours <number>", "hours until the link expires (default: 24)", parseHours)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Only the links go to standard output: the page, and for a film also the embed.

Examples:
  videoteca preview criminalizing-migration
  videoteca preview criminalizing-migration --hours 72

Exit codes: 0 the link was created, 1 there is no draft with this slug.`,
    )
    .action(withExitCode(preview));
}

/** @throws CliError if the text isn't a positive number */
function parseHours(text: string): number {
  const hours = Number(text);
  if (hours > 0) return hours;
  throw new CliError(`--hours takes a number of hours, not “${text}”.`);
}

async function preview(slug: string, { hours, json = false }: PreviewOptions): Promise<number> {
  const { createPreview } = await import("../../api/works.ts");
  const link = await createPreview(readSettings(process.env), slug, hours);
  if (json) {
    printJson(link);
    return 0;
  }
  printNotice(
    `Anyone with this link can see ${slug} until ${formatTimestamp(link.expiresAt)}, or until it is published:`,
  );
  print(link.url);
  if (link.embed !== null) print(link.embed);
  return 0;
}
