import { formatSize } from "../../../i18n/format.ts";
import { languagesOf } from "../../../records/tracks.ts";
import { publishedAt, visibilityOf } from "../../../records/visibility.ts";
import { fetchCurrent, fetchHistory, listWorks } from "../../api/works.ts";
import { readSettings, type Settings } from "../../config/settings.ts";
import { count, print } from "../../output/print.ts";
import { formatTable, formatTimestamp } from "../../output/table.ts";

/**
 * `videoteca status [SLUG]`: how a work stands in the library; without a slug, how they all stand.
 * @returns the exit code
 */
export async function status(
  slug: string | undefined,
  { json = false }: { json?: boolean },
): Promise<number> {
  const settings = readSettings(process.env);
  return slug === undefined ? statusOfAll(settings, json) : statusOfOne(settings, slug, json);
}

async function statusOfAll(settings: Settings, json: boolean): Promise<number> {
  const works = await listWorks(settings);
  if (json) {
    print(JSON.stringify({ items: works }, null, 2));
    return 0;
  }
  const now = new Date().toISOString();
  const rows = works.map(({ slug, kind, status, revision, datePublished }) => {
    const isScheduled = status === "published" && datePublished > now;
    const state = isScheduled ? `appears ${formatTimestamp(datePublished)}` : status;
    return [slug, kind, state, `revision ${revision}`];
  });
  for (const line of formatTable(rows)) print(line);
  return 0;
}

async function statusOfOne(settings: Settings, slug: string, json: boolean): Promise<number> {
  const history = await fetchHistory(settings, slug);
  const record = await fetchCurrent(settings, history);
  const visibility = visibilityOf(record, new Date().toISOString());
  const removed = history.blobs.filter((blob) => blob.removedAt !== null);
  const kept = history.blobs.filter((blob) => blob.removedAt === null);
  const bytes = kept.reduce((sum, blob) => sum + blob.size, 0);
  const [last] = history.events;
  if (json) {
    const { current, digest, kind, status } = history;
    const stands = {
      slug,
      kind,
      status,
      visibility,
      revision: current,
      digest,
      changed: last ?? null,
    };
    print(
      JSON.stringify({ ...stands, files: kept.length, bytes, removed: removed.length }, null, 2),
    );
    return 0;
  }
  const states = {
    public: "public",
    withdrawn: "withdrawn: 410 with its notice",
    hidden:
      history.status === "draft"
        ? "a draft: staff only"
        : `appears ${formatTimestamp(publishedAt(record))}`,
  };
  const lines = [
    ["state", states[visibility]],
    ["kind", `${record.kind} (${languagesOf(record).join(", ")})`],
    ["revision", `${history.current} of ${history.revisions.length}`],
    ["changed", last === undefined ? "" : `${formatTimestamp(last.at)} by ${last.actor}`],
    ["files", `${kept.length}, ${formatSize(bytes, "en")}, in all revisions`],
    ...(removed.length === 0 ? [] : [["deleted", count(removed.length, "file")]]),
  ];
  print(slug);
  for (const line of formatTable(lines)) print(`  ${line}`);
  return 0;
}
