import type { Command } from "commander";
import { formatSize } from "../../../i18n/format.ts";
import { formatCount } from "../../../inspection/lines.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { confirmChange } from "../../output/questions.ts";
import { type ConfirmOptions, helpGroups, jsonOption, withExitCode, yesOption } from "../common.ts";

interface SweepOptions extends ConfirmOptions {
  readonly dryRun?: boolean;
}

/** Adds `videoteca sweep`. */
export function addSweepCommand(program: Command): void {
  program
    .command("sweep")
    .helpGroup(helpGroups.backup)
    .description("delete expired data and unused files; the library does this itself every day")
    .option("--dry-run", "show what would be deleted, and delete nothing")
    .option(...yesOption)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Needs a token with the scope admin. The files of a revision are kept for 30 days after another
revision replaced it. The files of the current revision are never deleted.

Examples:
  videoteca sweep --dry-run

Exit codes: 0 done, 1 refused, or you answered no.`,
    )
    .action(withExitCode(sweep));
}

async function sweep(options: SweepOptions): Promise<number> {
  const { requestSweep } = await import("../../api/works.ts");
  const settings = readSettings(process.env);
  const { dryRun = false, json = false } = options;
  const found = await requestSweep(settings, true);
  const files = [...found.blobs, ...found.strays];
  if (!json) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    for (const { sha256, size } of files) print(`${sha256}  ${formatSize(size, "en")}`);
    const counts = [
      `${formatCount(files.length, "file")} (${formatSize(bytes, "en")})`,
      formatCount(found.uploads.length, "expired upload"),
      formatCount(found.previews, "expired preview link"),
      formatCount(found.reports, "finished report"),
    ];
    print(`To delete: ${counts.join(", ")}.`);
    for (const sha256 of found.lost) {
      print(`The storage has lost the file ${sha256}: apply its work again.`);
    }
  }
  const isClean =
    files.length + found.uploads.length + found.previews + found.reports + found.lost.length === 0;
  if (dryRun || isClean) {
    if (json) printJson(found);
    return 0;
  }
  if (!(await confirmChange("Delete them?", "Nothing was deleted.", options))) return 1;
  const deleted = await requestSweep(settings, false);
  if (json) printJson(deleted);
  else print(`Deleted: ${formatCount(deleted.blobs.length + deleted.strays.length, "file")}.`);
  return 0;
}
