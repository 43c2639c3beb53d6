import type { InStep } from "../inspection/folder-memory.ts";
import { formerSlugsOf } from "../records/former-slugs.ts";
import type { ApplyOutcome } from "./apply-works.ts";
import type { PlannedWork } from "./plan-works.ts";

/** The works that are in step with the library once they are published. @param folderOf the folder of a manifest */
export function worksInStep(
  planned: readonly PlannedWork[],
  outcomes: readonly ApplyOutcome[],
  folderOf: (file: string) => string,
): InStep[] {
  const bySlug = new Map(outcomes.map((outcome) => [outcome.slug, outcome]));
  return planned.flatMap(({ work, revision, replaces }): InStep[] => {
    const { slug } = work.record;
    const outcome = bySlug.get(slug);
    const place = { folder: folderOf(work.file), slug, formerSlugs: formerSlugsOf(work.record) };
    if (outcome === undefined || outcome.result === "failed") return [];
    if (outcome.revision !== undefined) {
      return [{ ...place, revision: outcome.revision, digest: work.digest }];
    }
    if (outcome.result !== "unchanged" || revision === null || replaces === null) return [];
    return [{ ...place, revision, digest: replaces }];
  });
}
