import { type Applied, type RevisionConflictMembers, revisionConflict } from "../api/contract.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { type Visibility, visibilityOf } from "../records/visibility.ts";
import { pageAddress } from "./page-address.ts";
import { changedWorks, type MissingBlob, type PlannedWork, refusalMessage } from "./plan-works.ts";

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

/** A refusal of one work; others may still be published. */
export interface Refusal {
  readonly message: string;
  /** The problem document. */
  readonly problem: unknown;
}

/** The library that works are published to. */
export interface Publisher {
  /** Its address. */
  readonly url: string;
  /** Waits until the library has a file, which is being sent meanwhile. @throws if it refuses it */
  waitFor(blob: MissingBlob): Promise<void>;
  /** Publishes a record. @param replaces the digest that was planned against; null for a new work */
  putWork(record: LibraryItem, replaces: string | null): Promise<Applied>;
  /** Reads a thrown error; undefined if nothing more can be published. */
  refusalOf(error: unknown): Refusal | undefined;
}

const results = { create: "created", update: "updated", none: "unchanged" } as const;

/**
 * Publishes planned works one after the other: first a work's missing blobs, then its record. Blobs of
 * later works are uploaded at the same time. If the server refuses a work, the others are still published.
 * @param now ISO 8601 in UTC
 * @param report called with each outcome at once
 * @throws if nothing more can be published
 */
export async function applyWorks(
  publisher: Publisher,
  planned: readonly PlannedWork[],
  now: () => string,
  report: (outcome: ApplyOutcome) => void,
): Promise<ApplyOutcome[]> {
  const changed = new Set(changedWorks(planned));
  const outcomes: ApplyOutcome[] = [];
  for (const work of planned) {
    const { record } = work.work;
    const page = () => ({
      url: pageAddress(publisher.url, record),
      visibility: visibilityOf(record, now()),
    });
    const outcome = changed.has(work)
      ? await applyWork(publisher, work, page)
      : { slug: record.slug, result: "unchanged" as const, ...page() };
    outcomes.push(outcome);
    report(outcome);
  }
  return outcomes;
}

async function applyWork(
  publisher: Publisher,
  planned: PlannedWork,
  page: () => Pick<ApplyOutcome, "url" | "visibility">,
): Promise<ApplyOutcome> {
  const { work, change, replaces, missing } = planned;
  const { slug } = work.record;
  const refusal = refusalMessage(planned);
  if (refusal !== undefined) return { slug, result: "failed", message: refusal };
  try {
    for (const blob of missing) await publisher.waitFor(blob);
    if (change === "none") return { slug, result: "unchanged", ...page() };
    const applied = await publisher.putWork(work.record, replaces);
    return { slug, result: results[applied.change], revision: applied.revision, ...page() };
  } catch (error) {
    const refused = publisher.refusalOf(error);
    if (refused === undefined) throw error;
    const { changes } = revisionConflict.safeParse(refused.problem).data ?? {};
    const failed = { slug, result: "failed", message: refused.message } as const;
    return changes === undefined ? failed : { ...failed, changes };
  }
}
