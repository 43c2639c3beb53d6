import type { WorkHistory } from "../../api/contract.ts";
import { fetchHistory } from "../api/works.ts";
import { readSettings } from "../config/settings.ts";
import { print } from "../output/print.ts";
import { formatTable, formatTimestamp } from "../output/table.ts";

/** `videoteca history SLUG`: all that was done with a work, the newest first. @returns the exit code */
export async function history(slug: string, { json = false }: { json?: boolean }): Promise<number> {
  const found = await fetchHistory(readSettings(process.env), slug);
  if (json) print(JSON.stringify(found, null, 2));
  else
    for (const line of formatTable(found.events.map((event) => rowOf(event, found)))) print(line);
  return 0;
}

const words = {
  apply: "published",
  rollback: "rolled back",
  withdraw: "withdrawn",
  restore: "restored",
} as const;

function rowOf(event: WorkHistory["events"][number], { current, events }: WorkHistory): string[] {
  const { at, actor, action, fromRevision, toRevision } = event;
  const from = fromRevision === null ? "" : `from ${fromRevision} `;
  const isCurrent = event === events[0] && toRevision === current;
  return [
    `${from}to ${toRevision}${isCurrent ? " *" : ""}`,
    formatTimestamp(at),
    words[action],
    `by ${actor}`,
  ];
}
