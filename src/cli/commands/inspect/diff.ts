import type { Command } from "commander";
import type { WorkHistory } from "../../../api/contract.ts";
import { diffRecords } from "../../../records/diff/diff.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { printChanges } from "../../output/print-changes.ts";
import { helpGroups, type JsonOption, jsonOption, parseRevision, withExitCode } from "../common.ts";

/** Adds `videoteca diff`. */
export function addDiffCommand(program: Command): void {
  program
    .command("diff")
    .helpGroup(helpGroups.inspect)
    .description("show the differences between two revisions; by default, the last change")
    .argument("<slug>", "the work's slug")
    .argument("[from]", "the number of the older revision", parseRevision)
    .argument("[to]", "the number of the newer one (default: the current one)", parseRevision)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca diff criminalizing-migration
  videoteca diff criminalizing-migration 2 5

Exit codes: 0 the differences were shown, 1 there is no such work or revision.`,
    )
    .action(withExitCode(showDiff));
}

async function showDiff(
  slug: string,
  from: number | undefined,
  to: number | undefined,
  { json = false }: JsonOption,
): Promise<number> {
  const { fetchHistory, fetchRevision } = await import("../../api/works.ts");
  const settings = readSettings(process.env);
  const history = await fetchHistory(settings, slug);
  const newer = to ?? history.current;
  const older = from ?? revisionBeforeLastChange(history);
  const [before, after] = await Promise.all([
    older === undefined ? undefined : fetchRevision(settings, slug, older),
    fetchRevision(settings, slug, newer),
  ]);
  const changes = diffRecords(before?.record, after.record);
  if (json) {
    printJson({ slug, from: older ?? null, to: newer, changes });
    return 0;
  }
  print(
    older === undefined
      ? `${slug}, revision ${newer}`
      : `${slug}, from revision ${older} to ${newer}`,
  );
  if (changes.length === 0) print("There are no differences.");
  printChanges(changes, "  ");
  return 0;
}

/** The revision that was current before the last change; undefined if that change created the work. */
function revisionBeforeLastChange({ events }: WorkHistory): number | undefined {
  return events[0]?.fromRevision ?? undefined;
}
