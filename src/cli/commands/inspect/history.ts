import type { Command } from "commander";
import type { WorkHistory } from "../../../api/contract.ts";
import { formatTimestamp } from "../../../plans/timestamp.ts";
import { describeChange } from "../../../records/history.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { formatTable } from "../../output/table.ts";
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
    const events = history.events.map((event) => ({
      ...event,
      change: describeChange(event, history.revisions),
    }));
    printJson({ ...history, events });
    return 0;
  }
  const rows = history.events.map((event) => formatEvent(event, history));
  for (const line of formatTable(rows)) print(line);
  const { earlier } = history;
  if (earlier.length === 0) return 0;
  print("");
  print("A draft that had this slug before, and was deleted:");
  const deleted = earlier.map(({ at, actor, action }) => [
    formatTimestamp(at),
    action === "delete" ? "deleted" : "changed",
    `by ${actor}`,
  ]);
  for (const line of formatTable(deleted)) print(line);
  return 0;
}

/** A row of the table. */
function formatEvent(
  event: WorkHistory["events"][number],
  { current, events, revisions }: WorkHistory,
): string[] {
  const { at, actor, fromRevision, toRevision } = event;
  const from = fromRevision === null ? "" : `from ${fromRevision} `;
  const isCurrent = event === events[0] && toRevision === current;
  return [
    `${from}to ${toRevision}${isCurrent ? " *" : ""}`,
    formatTimestamp(at),
    describeChange(event, revisions),
    `by ${actor}`,
  ];
}
