import type { Command } from "commander";
import type { WorkHistory } from "../../../api/contract.ts";
import { diffRecords } from "../../../records/diff/diff.ts";
import { ApiError } from "../../api/api-error.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { printChanges } from "../../output/print-changes.ts";
import { confirmChange } from "../../output/questions.ts";
import {
  type ConfirmOptions,
  helpGroups,
  jsonOption,
  parseRevision,
  withExitCode,
  yesOption,
} from "../common.ts";

/** Adds `videoteca rollback`. */
export function addRollbackCommand(program: Command): void {
  program
    .command("rollback")
    .helpGroup(helpGroups.revisions)
    .description("make an older revision current again, after confirmation")
    .argument("<slug>", "the work's slug")
    .argument("[revision]", "its number (default: the one before the current one)", parseRevision)
    .option(...yesOption)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca rollback criminalizing-migration
  videoteca rollback criminalizing-migration 3 --yes

Exit codes: 0 done, 1 refused, or you answered no.`,
    )
    .action(withExitCode(rollback));
}

async function rollback(
  slug: string,
  revision: number | undefined,
  options: ConfirmOptions,
): Promise<number> {
  const { changeWork, fetchHistory, fetchRevision } = await import("../../api/works.ts");
  const { hasProblemType } = await import("../../../api/contract/problems.ts");
  const settings = readSettings(process.env);
  const history = await fetchHistory(settings, slug);
  // If there is no earlier revision, the server's answer says so.
  const target = revision ?? previousRevision(history);
  if (target !== undefined) {
    if (!options.json) {
      const [before, after] = await Promise.all([
        fetchRevision(settings, slug, history.current),
        fetchRevision(settings, slug, target),
      ]);
      print(`${slug}, from revision ${history.current} back to ${target}`);
      const changes = diffRecords(before.record, after.record);
      // A rollback changes no address: the work keeps its slug of today.
      const isRename = before.record.slug !== after.record.slug;
      const slugs = isRename ? ["slug", "formerSlugs"] : [];
      printChanges(
        changes.filter(({ field }) => !slugs.includes(field)),
        "  ",
      );
    }
    if (!(await confirmChange("Roll back?", "Nothing was changed.", options))) return 1;
  }
  const body = target === undefined ? {} : { revision: target };
  const changed = await changeWork(settings, slug, "rollback", body, history.digest).catch(
    (error: unknown) => {
      const isUnanswered =
        error instanceof ApiError && hasProblemType(error.problem, "unavailable");
      throw isUnanswered && revision === undefined ? withRevision(error, slug, target) : error;
    },
  );
  if (options.json) printJson(changed);
  else if (changed.change === "none") {
    print(`Revision ${changed.revision} is already the current one.`);
  } else print(`Rolled back: the current revision of ${slug} is now ${changed.revision}.`);
  return 0;
}

/**
 * If the library didn't answer, the rollback may have been made all the same. The same command would go back once
 * more then, but with the revision it can be repeated.
 */
function withRevision({ problem }: ApiError, slug: string, target: number | undefined): ApiError {
  const command = `videoteca rollback ${slug} ${target ?? ""}`.trim();
  const message = `The library didn't answer, and may have rolled back or not. Run \`${command}\`, which is right in both cases.`;
  return new ApiError(message, problem);
}

/** The revision that the current one replaced when it was first published. */
function previousRevision({ current, events }: WorkHistory): number | undefined {
  return events.findLast(({ toRevision }) => toRevision === current)?.fromRevision ?? undefined;
}
