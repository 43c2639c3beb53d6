import { makePreview } from "../api/works.ts";
import { Stop } from "../cli-error.ts";
import { readSettings } from "../config/settings.ts";
import { print } from "../output/print.ts";
import { momentOf } from "../output/table.ts";

/** `videoteca preview SLUG`: prints a link that shows a draft until it expires. @returns the exit code */
export async function preview(
  slug: string,
  { hours, json = false }: { hours?: string; json?: boolean },
): Promise<number> {
  const number = hours === undefined ? undefined : Number(hours);
  if (number !== undefined && !(number > 0)) {
    throw new Stop(`--hours takes a number of hours, not “${hours}”.`);
  }
  const link = await makePreview(readSettings(process.env), slug, number);
  if (json) {
    print(JSON.stringify(link, null, 2));
    return 0;
  }
  process.stderr.write(
    `Whoever has this link sees ${slug} until ${momentOf(link.expiresAt)}, or until it is published:\n`,
  );
  print(link.url);
  if (link.embed !== null) print(link.embed);
  return 0;
}
