import type { WorkHistory } from "../../api/contract.ts";
import { diffRecords } from "../../records/diff/diff.ts";
import { fetchHistory, fetchRevision } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import { readSettings } from "../config/settings.ts";
import { print } from "../output/print.ts";
import { printChanges } from "../output/print-plan.ts";

/**
 * `videoteca diff SLUG [FROM] [TO]`: what differs between two revisions of a work; without numbers, what
 * its last change did. @returns the exit code
 */
export async function diff(
  slug: string,
  from: string | undefined,
  to: string | undefined,
  { json = false }: { json?: boolean },
): Promise<number> {
  const settings = readSettings(process.env);
  const history = await fetchHistory(settings, slug);
  const newer = to === undefined ? history.current : readNumber(to);
  const older = from === undefined ? lastBefore(history) : readNumber(from);
  const [before, after] = await Promise.all([
    older === undefined ? undefined : fetchRevision(settings, slug, older),
    fetchRevision(settings, slug, newer),
  ]);
  const changes = diffRecords(before?.record, after.record);
  if (json) {
    print(JSON.stringify({ slug, from: older ?? null, to: newer, changes }, null, 2));
    return 0;
  }
  print(older === undefined ? `${slug}, revision ${newer}` : `${slug}, from ${older} to ${newer}`);
  if (changes.length === 0) print("Nothing differs.");
  printChanges(changes, "  ");
  return 0;
}

/** The revision that was current before the last change; undefined where that made the work. */
function lastBefore({ events }: WorkHistory): number | undefined {
  return events[0]?.fromRevision ?? undefined;
}

/** A revision's number as it is written. @throws Stop where it is none */
export function readNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new CliError(
    `A revision is a number, as \`videoteca history\` lists it; “${text}” is none.`,
  );
}
