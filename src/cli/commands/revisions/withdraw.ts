import type { Command } from "commander";
import { formatCount } from "../../../inspection/lines.ts";
import { wasEverPublic } from "../../../records/history.ts";
import { languagesOf } from "../../../records/tracks.ts";
import { explainNotice } from "../../../records/withdrawal-notice.ts";
import { CliError } from "../../cli-error.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { confirmChange } from "../../output/questions.ts";
import { type ConfirmOptions, helpGroups, jsonOption, withExitCode, yesOption } from "../common.ts";

interface WithdrawOptions extends ConfirmOptions {
  readonly notice?: readonly string[];
}

/** Adds `videoteca withdraw`. */
export function addWithdrawCommand(program: Command): void {
  program
    .command("withdraw")
    .helpGroup(helpGroups.revisions)
    .description("remove a work and its files from the library at once, after confirmation")
    .argument("<slug>", "the work's slug")
    .option(
      "--notice <text>",
      "the notice shown to the public; repeat it for each language, as es=TEXT",
      (text: string, others: readonly string[] = []) => [...others, text],
    )
    .option(...yesOption)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
The work's pages and embeds show the notice. Its captions and media stop at once. The files of all
its revisions are deleted, except files that another published work uses, and refused from then on.
Run it again to delete files that came back. A draft that was never public can't be withdrawn:
delete it with \`videoteca delete\`.

Examples:
  videoteca withdraw criminalizing-migration --notice "Withdrawn at a speaker's request."
  videoteca withdraw criminalizing-migration --notice en="Withdrawn." --notice es="Retirado." --yes

Exit codes: 0 done, 1 refused, or you answered no.`,
    )
    .action(withExitCode(withdraw));
}

async function withdraw(slug: string, options: WithdrawOptions): Promise<number> {
  const { changeWork, fetchCurrent, fetchHistory } = await import("../../api/works.ts");
  const settings = readSettings(process.env);
  const history = await fetchHistory(settings, slug);
  if (history.kind !== "Library" && !wasEverPublic(history, new Date().toISOString())) {
    throw new CliError(
      `${slug} was never public, so there is nothing to withdraw: a notice would tell that it exists. Delete it: videoteca delete ${slug}.`,
    );
  }
  const record = await fetchCurrent(settings, history);
  const notice = parseNotices(options.notice ?? [], record.inLanguage);
  if (!options.json) {
    const missing = languagesOf(record).filter((language) => notice[language] === undefined);
    if (missing.length > 0) {
      print(
        `There is no notice in ${missing.join(", ")}: add one with --notice ${missing[0]}=TEXT.`,
      );
    }
    print(
      `${formatCount(history.blobs.length, "file")} of ${slug}, in all its revisions, will be deleted`,
    );
    print("unless another public work uses them. To restore the work, you must send them again.");
  }
  if (!(await confirmChange(`Withdraw ${slug} now?`, "Nothing was changed.", options))) return 1;
  // Unconditional: another person's correction in the meantime must not delay a withdrawal.
  const body = Object.keys(notice).length === 0 ? {} : { notice };
  const changed = await changeWork(settings, slug, "withdraw", body, undefined);
  if (options.json) printJson(changed);
  else {
    print(`Withdrawn: ${slug}. ${formatCount(changed.removed ?? 0, "file")} deleted.`);
    const { usedBy = [] } = changed;
    if (usedBy.length > 0) {
      print(`Some of its files stay, because other works use them: ${usedBy.join(", ")}.`);
    }
  }
  return 0;
}

/**
 * Parses the notices given as `es=TEXT`, or as TEXT alone in the work's original language.
 * @throws CliError if a notice isn't valid, or two are in the same language
 */
export function parseNotices(given: readonly string[], inLanguage: string): Record<string, string> {
  const notices: Record<string, string> = {};
  for (const text of given) {
    // What looks like a language is never taken for a part of the text: readers would see it.
    const [, tag, rest = ""] = /^\s*([\p{L}\p{N}_-]{0,35})\s*=(.*)$/su.exec(text) ?? [];
    const language = tag ?? inLanguage;
    const notice = (tag === undefined ? text : rest).trim();
    const problem = explainNotice(language, notice);
    if (problem !== undefined) {
      throw new CliError(`--notice “${text}”: ${problem} (--notice ${inLanguage}="TEXT").`);
    }
    if (Object.hasOwn(notices, language)) {
      throw new CliError(`--notice is given twice in ${language}: keep one.`);
    }
    notices[language] = notice;
  }
  return notices;
}
