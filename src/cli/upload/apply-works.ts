import { type RevisionConflictMembers, revisionConflict } from "../../api/contract.ts";
import { type Visibility, visibilityOf } from "../../records/visibility.ts";
import { ApiError } from "../api/api-error.ts";
import type { Client } from "../api/client.ts";
import { pageAddress } from "../output/page-address.ts";
import type { Progress } from "../output/progress.ts";
import { BlobUploader } from "./blob-uploader.ts";
import { blobsToUpload, changedWorks, type PlannedWork, refusalMessage } from "./plan-works.ts";

/** The result of publishing a work. */
export interface ApplyOutcome {
  readonly slug: string;
  readonly result: "created" | "updated" | "unchanged" | "failed";
  /** The current revision; undefined if nothing was published. */
  readonly revision?: number;
  /** The address of its page; undefined if it failed. */
  readonly url?: string;
  /** Whether its page can be read by anyone now; undefined if it failed. */
  readonly visibility?: Visibility;
  /** Why it failed, as the server says. */
  readonly message?: string;
  /** What someone else has changed since the plan, if that is why it failed. */
  readonly changes?: RevisionConflictMembers["changes"];
}

const results = { create: "created", update: "updated", none: "unchanged" } as const;

/**
 * Publishes planned works one after the other: first a work's missing blobs, then its record. Blobs of
 * later works are uploaded at the same time. If the server refuses a work, the others are still published.
 * @param report called with each outcome at once
 * @throws CliError if nothing more can be published
 */
export async function applyWorks(
  client: Client,
  planned: readonly PlannedWork[],
  report: (outcome: ApplyOutcome) => void,
  progress?: Progress,
): Promise<{ outcomes: ApplyOutcome[]; sent: readonly string[] }> {
  const acceptable = planned.filter((work) => refusalMessage(work) === undefined);
  const uploader = new BlobUploader(client, blobsToUpload(acceptable), progress);
  const changed = new Set(changedWorks(planned));
  const outcomes: ApplyOutcome[] = [];
  for (const work of planned) {
    const outcome = changed.has(work)
      ? await applyWork(client, uploader, work)
      : { slug: work.work.record.slug, result: "unchanged" as const, ...pageOf(client, work) };
    outcomes.push(outcome);
    report(outcome);
  }
  return { outcomes, sent: uploader.sent };
}

async function applyWork(
  client: Client,
  uploader: BlobUploader,
  planned: PlannedWork,
): Promise<ApplyOutcome> {
  const { work, change, replaces, missing } = planned;
  const { slug } = work.record;
  const refusal = refusalMessage(planned);
  if (refusal !== undefined) return { slug, result: "failed", message: refusal };
  try {
    for (const blob of missing) await uploader.waitFor(blob);
    const page = pageOf(client, planned);
    if (change === "none") return { slug, result: "unchanged", ...page };
    const applied = await client.putWork(work.record, replaces);
    return { slug, result: results[applied.change], revision: applied.revision, ...page };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { changes } = revisionConflict.safeParse(error.problem).data ?? {};
    const failed = { slug, result: "failed", message: error.message } as const;
    return changes === undefined ? failed : { ...failed, changes };
  }
}

/** Where a work's page is, and whether anyone can read it. */
function pageOf({ settings }: Client, { work: { record } }: PlannedWork) {
  const visibility = visibilityOf(record, new Date().toISOString());
  return { url: pageAddress(settings.url, record), visibility };
}
