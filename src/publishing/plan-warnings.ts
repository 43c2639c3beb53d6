import type { PlanWarning } from "../api/contract/publishing.ts";
import { blobsOf } from "../records/blobs.ts";
import { staleLanguages } from "../records/diff/stale.ts";
import { withArticle } from "../records/schema/kinds.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { publishedAt, statusOf, visibilityOf } from "../records/visibility.ts";
import type { ChangedRevision } from "../storage/publish.ts";
import { refusedFileMessage } from "./requirements/blobs.ts";

/** What the library knows about a planned work. */
export interface PlanContext {
  /** Its current revision; undefined for a new work. */
  readonly current: ChangedRevision | undefined;
  /** Why it can't have its slugs. */
  readonly conflict: string | undefined;
  /** The slug of a work with the same film or text, if this one is new. */
  readonly twin: string | undefined;
  /** The current slugs of works, by former ones. */
  readonly former: ReadonlyMap<string, string>;
  /** The slugs of the series that are in the library or in the plan. */
  readonly knownSeries: ReadonlySet<string>;
}

/**
 * What a person should know before confirming. `apply` rejects records with the warnings `kind-changed`,
 * `missing-season`, `missing-series`, `season-in-use`, `slug-conflict` and `withdrawn`.
 * @param now ISO 8601 in UTC
 */
export function warningsFor(
  item: LibraryItem,
  { current, conflict, twin, former, knownSeries }: PlanContext,
  now: string,
): PlanWarning[] {
  const { slug } = item;
  const warnings: PlanWarning[] = [];
  const warn = (type: PlanWarning["type"], message: string) => warnings.push({ type, message });
  if (conflict !== undefined) warn("slug-conflict", conflict);
  if (current !== undefined && current.kind !== item.kind) {
    warn(
      "kind-changed",
      `${slug} is ${withArticle(current.kind)} in the library: it can't become ${withArticle(item.kind)}.`,
    );
  }
  const series = item.kind === "Episode" ? item.series : undefined;
  for (const name of allowedMentions(item)) {
    warn(
      "mentions-allowed",
      `${slug}: “${name}” isn't public, but may be mentioned, because its credit says allowMentions: true.`,
    );
  }
  if (series !== undefined && !knownSeries.has(former.get(series) ?? series)) {
    warn("missing-series", `The series ${series} isn't in the library: publish it first.`);
  }
  if (twin !== undefined && conflict === undefined) {
    warn(
      "possible-rename",
      `${slug} is new and has the same ${item.kind === "Document" ? "text" : "film"} as ${twin}: did you rename ${twin}? Then write formerSlugs: [${twin}], so that it stays one work and its old addresses lead here.`,
    );
  }
  const stale = current?.record === undefined ? [] : staleLanguages(current.record, item);
  for (const language of stale) {
    warn(
      "behind-original",
      `${slug}: the text in ${item.inLanguage} has changed, and its translation to ${language} hasn't. Update the translation, or mark it with stale: true so that readers know.`,
    );
  }
  if (current?.status === "withdrawn") {
    warn("withdrawn", `${slug} was withdrawn. Restore it before you publish it again.`);
  } else if (current?.status === "published" && statusOf(item) === "draft") {
    warn(
      "becomes-draft",
      `${slug} is public and becomes a draft: its pages and embeds will disappear.`,
    );
  } else if (statusOf(item) === "published" && visibilityOf(item, now) === "hidden") {
    warn("scheduled", `${slug} becomes public at ${publishedAt(item)}.`);
  }
  return warnings;
}

/**
 * One warning for each file that was withdrawn with another work.
 * @param slug the slug that the work has in the library
 * @param owners withdrawn works by digest
 */
export function refusedFileWarnings(
  item: LibraryItem,
  slug: string,
  owners: ReadonlyMap<string, string>,
): PlanWarning[] {
  return blobsOf(item).flatMap((blob): PlanWarning[] => {
    const owner = owners.get(blob.sha256);
    if (owner === undefined || owner === slug) return [];
    return [{ type: "withdrawn", message: refusedFileMessage(item.slug, blob, owner) }];
  });
}

/** The names whose credits aren't public and say `allowMentions: true`. */
function allowedMentions(item: LibraryItem): string[] {
  const credits = "credits" in item ? (item.credits ?? []) : [];
  return credits
    .filter((credit) => credit.public === false && credit.allowMentions === true)
    .map(({ name }) => name);
}
