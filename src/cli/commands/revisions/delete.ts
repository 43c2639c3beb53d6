import type { Command } from "commander";
import { formatCount } from "../../../inspection/lines.ts";
import { wasEverPublic } from "../../../records/history.ts";
import { CliError } from "../../cli-error.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { confirmChange } from "../../output/questions.ts";
import { type ConfirmOptions, helpGroups, jsonOption, withExitCode, yesOption } from "../common.ts";

/** Adds `videoteca delete`. */
export function addDeleteCommand(program: Command): void {
  program
    .command("delete")
    .helpGroup(helpGroups.revisions)
    .description("delete a draft that was never public, with its files, after confirmation")
    .argument("<slug>", "the work's slug")
    .option(...yesOption)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
The draft's revisions, preview links and files are deleted, except files that another work names.
Only the audit trail stays. Its address answers 404 as before, and its slug can be used again.
A work that was ever public can't be deleted: withdraw it.

Examples:
  videoteca delete part-two
  videoteca delete part-two --yes

Exit codes: 0 done, 1 refused, or you answered no.`,
    )
    .action(withExitCode(deleteDraft));
}

async function deleteDraft(slug: string, options: ConfirmOptions): Promise<number> {
  const { deleteWork, fetchHistory } = await import("../../api/works.ts");
  const settings = readSettings(process.env);
  const history = await fetchHistory(settings, slug);
  if (wasEverPublic(history, new Date().toISOString())) {
    throw new CliError(
      `${slug} has been public, so it can't be deleted: people may have its address. Withdraw it: videoteca withdraw ${slug}.`,
    );
  }
  if (!options.json) {
    const revisions = formatCount(history.revisions.length, "revision");
    const files = formatCount(history.blobs.length, "file");
    print(`${slug} was never public. ${revisions} and ${files} will be deleted,`);
    print("except files that another work names. This can't be undone.");
  }
  if (!(await confirmChange(`Delete ${slug} now?`, "Nothing was changed.", options))) return 1;
  const deleted = await deleteWork(settings, slug, history.digest);
  if (options.json) printJson(deleted);
  else print(`Deleted: ${slug}. ${formatCount(deleted.removed ?? 0, "file")} deleted.`);
  return 0;
}
