import type { Command } from "commander";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { confirmChange } from "../../output/questions.ts";
import { type ConfirmOptions, helpGroups, jsonOption, withExitCode, yesOption } from "../common.ts";

/** Adds `videoteca restore`. */
export function addRestoreCommand(program: Command): void {
  program
    .command("restore")
    .helpGroup(helpGroups.revisions)
    .description("make a withdrawn work available again, as it was, after confirmation")
    .argument("<slug>", "the work's slug")
    .argument(
      "[path...]",
      "folders with its manifest and files, to send deleted files again (default: media-manifests)",
    )
    .option(...yesOption)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca restore criminalizing-migration
  videoteca restore criminalizing-migration media-manifests/how-did-we-get-here

Exit codes: 0 done, 1 refused, or files are missing (they are listed).`,
    )
    .action(withExitCode(restore));
}

async function restore(
  slug: string,
  paths: readonly string[],
  options: ConfirmOptions,
): Promise<number> {
  const { fetchHistory } = await import("../../api/works.ts");
  const settings = readSettings(process.env);
  const { digest } = await fetchHistory(settings, slug);
  const question = `Restore ${slug}? It becomes as public as it was before.`;
  if (!(await confirmChange(question, "It stays withdrawn.", options))) return 1;
  const { restoreWork } = await import("../../upload/restore-work.ts");
  const changed = await restoreWork(settings, slug, digest, paths, options.json ?? false);
  if (options.json) printJson(changed);
  else print(`Restored: the current revision of ${slug} is ${changed.revision} again.`);
  return 0;
}
