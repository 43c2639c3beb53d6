import { formatSize } from "../../../i18n/format.ts";
import { requestSweep } from "../../api/works.ts";
import { readSettings } from "../../config/settings.ts";
import { confirmChange } from "../../output/ask.ts";
import { count, print } from "../../output/print.ts";

/**
 * `videoteca sweep`: removes what expired and what no kept revision names, as the daily cron does.
 * @returns the exit code
 */
export async function sweep(options: {
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}): Promise<number> {
  const settings = readSettings(process.env);
  const { dryRun = false, json = false } = options;
  const found = await requestSweep(settings, true);
  const files = [...found.blobs, ...found.strays];
  if (!json) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    for (const { sha256, size } of files) print(`${sha256}  ${formatSize(size, "en")}`);
    print(
      `To remove: ${count(files.length, "file")} (${formatSize(bytes, "en")}), ${count(found.uploads.length, "expired upload")}, ${count(found.previews, "expired preview")}.`,
    );
    for (const sha256 of found.lost) print(`Lost by the storage: ${sha256}. Apply its work again.`);
  }
  const isClean = files.length + found.uploads.length + found.previews + found.lost.length === 0;
  if (dryRun || isClean) {
    if (json) print(JSON.stringify(found, null, 2));
    return 0;
  }
  if (!(await confirmChange("Remove them?", "Nothing was removed.", options))) return 1;
  const removed = await requestSweep(settings, false);
  if (json) print(JSON.stringify(removed, null, 2));
  else print(`Removed: ${count(removed.blobs.length + removed.strays.length, "file")}.`);
  return 0;
}
