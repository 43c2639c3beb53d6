import { formatCount } from "../../inspection/lines.ts";
import { ApiError } from "../api/api-error.ts";
import { fetchWithdrawals } from "../api/works.ts";
import type { Settings } from "../config/settings.ts";
import type { CheckResult } from "./check-result.ts";

const name = "withdraw";

/** Checks that what was withdrawn stayed so: D1's Time Travel brings its rows back (docs/operations.md). */
export async function checkWithdrawals(settings: Settings): Promise<CheckResult[]> {
  try {
    return describeWithdrawals(await fetchWithdrawals(settings));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return [{ name, state: "warn", message: `can't be checked: ${error.message}` }];
  }
}

/** One failed check for each work that is public again, and for each whose files are stored again. */
export function describeWithdrawals({
  works,
  files,
}: Awaited<ReturnType<typeof fetchWithdrawals>>): CheckResult[] {
  const owners = [...new Set(files.map(({ slug }) => slug))];
  const fails = [
    ...works.map((slug): CheckResult => {
      const message = `${slug} is public, though it was withdrawn and not restored`;
      const fix = `withdraw it again: videoteca withdraw ${slug}`;
      return { name, state: "fail", message, fix };
    }),
    ...owners.map((slug): CheckResult => {
      const count = files.filter((file) => file.slug === slug).length;
      const are = count === 1 ? "is" : "are";
      const message = `${formatCount(count, "file")} of ${slug} ${are} stored again, though withdrawn`;
      const fix = `delete what came back: videoteca withdraw ${slug}`;
      return { name, state: "fail", message, fix };
    }),
  ];
  if (fails.length > 0) return fails;
  return [
    { name, state: "ok", message: "no withdrawn work is public, no withdrawn file is stored" },
  ];
}
