import { type RevisionConflictMembers, revisionConflict } from "../../api/contract.ts";
import { ApiError } from "../api/api-error.ts";
import type { Client } from "../api/client.ts";
import type { Progress } from "../output/progress.ts";
import { BlobUploader } from "./blob-uploader.ts";
import { blobsToUpload, changedWorks, type PlannedWork } from "./plan-works.ts";

/** What became of a work. */
export interface ApplyOutcome {
  readonly slug: string;
  readonly result: "created" | "updated" | "unchanged" | "failed";
  /** The revision that is current now; undefined where nothing was published. */
  readonly revision?: number;
  /** Why it failed, in the server's words. */
  readonly message?: string;
  /** What someone else changed meanwhile, where that is why. */
  readonly changes?: RevisionConflictMembers["changes"];
}

const results = { create: "created", update: "updated", none: "unchanged" } as const;

/**
 * Publishes what was planned, work by work: first its missing blobs, then its record. Blobs of later
 * works are sent meanwhile. A work that is refused doesn't keep the others back.
 * @param report told of each work as soon as it is done
 * @throws Stop where there is no use in going on
 */
export async function applyWorks(
  client: Client,
  planned: readonly PlannedWork[],
  report: (outcome: ApplyOutcome) => void,
  progress?: Progress,
): Promise<{ outcomes: ApplyOutcome[]; sent: readonly string[] }> {
  const wanted = planned.filter((work) => refusalOf(work) === undefined);
  const uploader = new BlobUploader(client, blobsToUpload(wanted), progress);
  const changed = new Set(changedWorks(planned));
  const outcomes: ApplyOutcome[] = [];
  for (const work of planned) {
    const outcome = changed.has(work)
      ? await applyWork(client, uploader, work)
      : { slug: work.work.record.slug, result: "unchanged" as const };
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
  const { work, change: kind, replaces, missing } = planned;
  const { slug } = work.record;
  const refusal = refusalOf(planned);
  if (refusal !== undefined) return { slug, result: "failed", message: refusal };
  try {
    for (const blob of missing) await uploader.waitFor(blob);
    if (kind === "none") return { slug, result: "unchanged" };
    const applied = await client.putWork(work.record, replaces);
    return { slug, result: results[applied.change], revision: applied.revision };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { changes } = revisionConflict.safeParse(error.problem).data ?? {};
    const failed = { slug, result: "failed", message: error.message } as const;
    return changes === undefined ? failed : { ...failed, changes };
  }
}

/**
 * Why the server will certainly refuse a work. Nothing is sent for it then: the films of a withdrawn work
 * must not come back, not even for nothing.
 */
function refusalOf({ warnings }: PlannedWork): string | undefined {
  return warnings.find(({ type }) => type === "withdrawn" || type === "kind-changed")?.message;
}
