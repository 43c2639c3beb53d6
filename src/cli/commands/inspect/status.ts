import type { Command } from "commander";
import { formatSize } from "../../../i18n/format.ts";
import { formatCount } from "../../../inspection/lines.ts";
import { pageAddress } from "../../../plans/page-address.ts";
import { formatTimestamp } from "../../../plans/timestamp.ts";
import { languagesOf } from "../../../records/tracks.ts";
import { publishedAt, visibilityOf } from "../../../records/visibility.ts";
import { readSettings, type Settings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { formatTable } from "../../output/table.ts";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca status`. */
export function addStatusCommand(program: Command): void {
  program
    .command("status")
    .helpGroup(helpGroups.inspect)
    .description("show the state of one work in the library, or of all works")
    .argument("[slug]", "the work's slug (default: all works)")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca status
  videoteca status criminalizing-migration

Exit codes: 0 the state was shown, 1 there is no work with this slug.`,
    )
    .action(
      withExitCode(async (slug: string | undefined, { json = false }: JsonOption) => {
        const settings = readSettings(process.env);
        if (slug === undefined) await showAllWorks(settings, json);
        else await showWork(settings, slug, json);
        return 0;
      }),
    );
}

async function showAllWorks(settings: Settings, json: boolean): Promise<void> {
  const { listWorks } = await import("../../api/works.ts");
  const works = await listWorks(settings);
  if (json) {
    printJson({ items: works });
    return;
  }
  const now = new Date().toISOString();
  const rows = works.map(({ slug, kind, status, revision, datePublished }) => {
    const isScheduled = status === "published" && datePublished > now;
    const state = isScheduled ? `appears ${formatTimestamp(datePublished)}` : status;
    return [slug, kind, state, `revision ${revision}`];
  });
  for (const line of formatTable(rows)) print(line);
}

async function showWork(settings: Settings, slug: string, json: boolean): Promise<void> {
  const { fetchCurrent, fetchHistory } = await import("../../api/works.ts");
  const history = await fetchHistory(settings, slug);
  const record = await fetchCurrent(settings, history);
  const visibility = visibilityOf(record, new Date().toISOString());
  const deleted = history.blobs.filter((blob) => blob.removedAt !== null);
  const stored = history.blobs.filter((blob) => blob.removedAt === null);
  const bytes = stored.reduce((sum, blob) => sum + blob.size, 0);
  const [lastEvent] = history.events;
  const address = pageAddress(settings.url, record);
  if (json) {
    const { current, digest, kind, status } = history;
    printJson({
      slug,
      kind,
      status,
      visibility,
      revision: current,
      digest,
      changed: lastEvent ?? null,
      files: stored.length,
      bytes,
      removed: deleted.length,
      url: address,
    });
    return;
  }
  const states = {
    public: "public",
    withdrawn: "withdrawn: answers 410 with its notice",
    hidden:
      history.status === "draft"
        ? "draft: visible to staff only"
        : `appears ${formatTimestamp(publishedAt(record))}`,
  };
  const lastChange =
    lastEvent === undefined ? "" : `${formatTimestamp(lastEvent.at)} by ${lastEvent.actor}`;
  const rows = [
    ["state", states[visibility]],
    ["kind", `${record.kind} (${languagesOf(record).join(", ")})`],
    ["revision", `${history.current} of ${history.revisions.length}`],
    ["changed", lastChange],
    ["files", `${stored.length}, ${formatSize(bytes, "en")}, in all revisions`],
    ...(deleted.length === 0 ? [] : [["deleted", formatCount(deleted.length, "file")]]),
    ["page", address],
  ];
  print(slug);
  for (const line of formatTable(rows)) print(`  ${line}`);
}
