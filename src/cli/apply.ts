import { type Client, Refused } from "./client.ts";
import { changedWorks, type PlannedWork } from "./plan.ts";
import { Uploader } from "./upload.ts";

/** What became of a work. */
export interface Outcome {
  readonly slug: string;
  readonly result: "created" | "updated" | "unchanged" | "failed";
  /** The revision that is current now; undefined where nothing was published. */
  readonly revision?: number;
  /** Why it failed, in the server's words. */
  readonly message?: string;
}

const results = { create: "created", update: "updated", none: "unchanged" } as const;

/**
 * Publishes what was planned, work by work: first its missing blobs, then its record. A work that is
 * refused doesn't keep the others back.
 * @param report told of each work as soon as it is done
 * @throws Stop where there is no use in going on
 */
export async function applyWorks(
  client: Client,
  planned: readonly PlannedWork[],
  report: (outcome: Outcome) => void,
): Promise<{ outcomes: Outcome[]; sent: readonly string[] }> {
  const uploader = new Uploader(client);
  const changed = new Set(changedWorks(planned));
  const outcomes: Outcome[] = [];
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
  uploader: Uploader,
  { work, change, replaces, missing }: PlannedWork,
): Promise<Outcome> {
  const { slug } = work.record;
  try {
    for (const blob of missing) await uploader.send(blob);
    if (change === "none") return { slug, result: "unchanged" };
    const applied = await client.putWork(work.record, replaces);
    return { slug, result: results[applied.change], revision: applied.revision };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { slug, result: "failed", message: error.message };
  }
}
