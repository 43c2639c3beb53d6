import { createPreview } from "../../api/works.ts";
import { CliError } from "../../cli-error.ts";
import { readSettings } from "../../config/settings.ts";
import { print } from "../../output/print.ts";
import { formatTimestamp } from "../../output/table.ts";

/** `videoteca preview SLUG`: prints a link that shows a draft until it expires. @returns the exit code */
export async function preview(
  slug: string,
  { hours, json = false }: { hours?: string; json?: boolean },
): Promise<number> {
  const number = hours === undefined ? undefined : Number(hours);
  if (number !== undefined && !(number > 0)) {
    throw new CliError(`--hours takes a number of hours, not “${hours}”.`);
  }
  const link = await createPreview(readSettings(process.env), slug, number);
  if (json) {
    print(JSON.stringify(link, null, 2));
    return 0;
  }
  process.stderr.write(
    `Whoever has this link sees ${slug} until ${formatTimestamp(link.expiresAt)}, or until it is published:\n`,
  );
  print(link.url);
  if (link.embed !== null) print(link.embed);
  return 0;
}
