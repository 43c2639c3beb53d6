import type { Command } from "commander";
import type { WorkHistory } from "../../../api/contract.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { formatTable, formatTimestamp } from "../../output/table.ts";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca history`. */
export function addHistoryCommand(program: Command): void {
  program
    .command("history")
    .helpGroup(helpGroups.inspect)
    .description("list every change of a work: what, when, and by whom")
    .argument("<slug>", "the work's slug")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
The newest change comes first. An asterisk (*) marks the current revision.

Examples:
  videoteca history criminalizing-migration
  videoteca history criminalizing-migration --json

Exit codes: 0 the changes were listed, 1 there is no work with this slug.`,
    )
    .action(withExitCode(showHistory));
}

async function showHistory(slug: string, { json = false }: JsonOption): Promise<number> {
  const { fetchHistory } = await import("../../api/works.ts");
  const history = await fetchHistory(readSettings(process.env), slug);
  if (json) {
    printJson(history);
    return 0;
  }
  const rows = history.events.map((event) => formatEvent(event, history));
  for (const line of formatTable(rows)) print(line);
  return 0;
}

const actionNames = {
  apply: "published",
  rollback: "rolled back",
  withdraw: "withdrawn",
  restore: "restored",
  delete: "deleted",
} as const;

/** A row of the table. */
function formatEvent(
  event: WorkHistory["events"][number],
  { current, events }: WorkHistory,
): string[] {
  const { at, actor, action, fromRevision, toRevision } = event;
  const from = fromRevision === null ? "" : `from ${fromRevision} `;
  const isCurrent = event === events[0] && toRevision === current;
  return [
    `${from}to ${toRevision}${isCurrent ? " *" : ""}`,
    formatTimestamp(at),
    actionNames[action],
    `by ${actor}`,
  ];
}
