import { isLanguageTag } from "../../../i18n/tag.ts";
import { languagesOf } from "../../../records/tracks.ts";
import { changeWork, fetchCurrent, fetchHistory } from "../../api/works.ts";
import { CliError } from "../../cli-error.ts";
import { readSettings } from "../../config/settings.ts";
import { confirmChange } from "../../output/ask.ts";
import { count, print } from "../../output/print.ts";

interface Options {
  readonly notice?: readonly string[];
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `videoteca withdraw SLUG --notice TEXT`: takes a work out of the library at once, with its files.
 * @returns the exit code
 */
export async function withdraw(slug: string, options: Options): Promise<number> {
  const settings = readSettings(process.env);
  const history = await fetchHistory(settings, slug);
  const record = await fetchCurrent(settings, history);
  const notice = readNotices(options.notice ?? [], record.inLanguage);
  if (!options.json) {
    const without = languagesOf(record).filter((language) => notice[language] === undefined);
    if (without.length > 0) {
      print(`There is no notice in ${without.join(", ")}: --notice ${without[0]}=TEXT gives one.`);
    }
    print(
      `${count(history.blobs.length, "file")} of ${slug}, in all its revisions, will be deleted`,
    );
    print("unless another public work shows them. To restore it, you have to send them again.");
  }
  if (!(await confirmChange(`Withdraw ${slug} now?`, "It stays as it is.", options))) return 1;
  // Against whatever is current by now: a withdrawal isn't held up by somebody's correction.
  const body = Object.keys(notice).length === 0 ? {} : { notice };
  const changed = await changeWork(settings, slug, "withdraw", body, undefined);
  if (options.json) print(JSON.stringify(changed, null, 2));
  else print(`Withdrawn: ${slug}. ${count(changed.removed ?? 0, "file")} deleted.`);
  return 0;
}

/** Reads notices as they are written: `es=TEXT`, or the text alone in the work's own language. */
function readNotices(written: readonly string[], inLanguage: string): Record<string, string> {
  const notices: Record<string, string> = {};
  for (const text of written) {
    const [, language, rest] = /^([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)=(.*)$/s.exec(text) ?? [];
    const isNamed = language !== undefined && isLanguageTag(language);
    const key = isNamed ? language : inLanguage;
    const value = (isNamed ? (rest ?? "") : text).trim();
    if (value === "")
      throw new CliError(`--notice “${text}” has no text: write --notice ${key}=TEXT.`);
    if (notices[key] !== undefined)
      throw new CliError(`--notice says two things in ${key}: keep one.`);
    notices[key] = value;
  }
  return notices;
}
