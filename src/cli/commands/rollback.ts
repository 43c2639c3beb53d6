import type { WorkHistory } from "../../api/contract.ts";
import { diffRecords } from "../../records/diff/diff.ts";
import { changeWork, fetchHistory, fetchRevision } from "../api/works.ts";
import { readSettings } from "../config/settings.ts";
import { confirmChange } from "../output/ask.ts";
import { print } from "../output/print.ts";
import { printChanges } from "../output/print-plan.ts";
import { readNumber } from "./diff.ts";

/**
 * `videoteca rollback SLUG [REVISION]`: shows what would change back, asks, and makes the older revision
 * current again. @returns the exit code
 */
export async function rollback(
  slug: string,
  revision: string | undefined,
  options: { yes?: boolean; json?: boolean },
): Promise<number> {
  const settings = readSettings(process.env);
  const history = await fetchHistory(settings, slug);
  const number = revision === undefined ? revisionBefore(history) : readNumber(revision);
  // Without one to go back to, the server says why.
  if (!options.json && number !== undefined) {
    const [current, target] = await Promise.all([
      fetchRevision(settings, slug, history.current),
      fetchRevision(settings, slug, number),
    ]);
    print(`${slug}, from ${history.current} back to ${number}`);
    printChanges(diffRecords(current.record, target.record), "  ");
  }
  if (number !== undefined && !(await confirmChange("Roll back?", "It stays as it is.", options)))
    return 1;
  const body = number === undefined ? {} : { revision: number };
  const changed = await changeWork(settings, slug, "rollback", body, history.digest);
  if (options.json) print(JSON.stringify(changed, null, 2));
  else if (changed.change === "none")
    print(`Revision ${changed.revision} is the current one already.`);
  else print(`Rolled back: ${slug} is revision ${changed.revision} now.`);
  return 0;
}

/** The revision that the current one replaced when it was published first. */
function revisionBefore({ current, events }: WorkHistory): number | undefined {
  return events.findLast(({ toRevision }) => toRevision === current)?.fromRevision ?? undefined;
}
