import { isManifestName } from "../../inspection/find-manifests.ts";
import type { BagKind } from "./bag-origin.ts";
import type { BagRevision } from "./bag-works.ts";

/** A version of a bag, as far as it matters what the next one lacks. */
export interface BagVersion {
  /** The paths of its payload files. */
  readonly paths: readonly string[];
  readonly revisions: readonly BagRevision[];
}

/** What the next version of a bag lacks, in words. */
export interface Losses {
  /** The library itself has deleted these. */
  readonly explained: readonly string[];
  /** Nothing explains why these are gone: they may exist nowhere else. */
  readonly unexplained: readonly string[];
  /** The paths of payload files to remove. */
  readonly paths: readonly string[];
}

/**
 * What a bag is to a library: its `own`, by the bag's own record; `related` if it has revisions of the library
 * and its record doesn't settle whether it was made at this address; or that of an `other` library or kind.
 */
export type BagRelation = "own" | "related" | "other";

interface Comparison {
  readonly kind: BagKind;
  readonly relation: BagRelation;
  /** The paths in the old version's manifest. */
  readonly listed: ReadonlySet<string>;
  /** Digests of files that the library deleted, with a withdrawal or the sweep. */
  readonly deletedBlobs: ReadonlySet<string>;
}

/**
 * Finds what a new version of a bag would lack. A library keeps every revision of what was ever public; it
 * deletes drafts, and the files of what was withdrawn. A public bag has only what is public at the time.
 */
export function findLosses(old: BagVersion, next: BagVersion, comparison: Comparison): Losses {
  const { kind, relation, listed, deletedBlobs } = comparison;
  const explained: string[] = [];
  const unexplained: string[] = [];
  const explainedBlobs = new Set(deletedBlobs);

  const keptKeys = new Set(next.revisions.map(({ key }) => key));
  const keptSlugs = new Set(next.revisions.map(({ slug }) => slug));
  const bySlug = Map.groupBy(old.revisions, ({ slug }) => slug);
  for (const [slug, revisions] of bySlug) {
    const lost = revisions.filter(({ key }) => !keptKeys.has(key));
    // A work whose slug changed has its revisions in another folder.
    if (lost.length === 0) continue;
    const isKept = keptSlugs.has(slug);
    const isDeletedDraft = !isKept && revisions.every(({ isDraft }) => isDraft);
    // A public bag has only current revisions, so that a new one replaces the last.
    const isReplaced = kind === "public" && isKept && relation !== "other";
    if (isReplaced || (relation === "own" && (kind === "public" || isDeletedDraft))) {
      for (const digest of lost.flatMap(({ blobs }) => blobs)) explainedBlobs.add(digest);
      if (!isKept) explained.push(`the work ${slug}`);
    } else unexplained.push(describeLost(slug, lost, isKept));
  }

  const kept = new Set(next.paths);
  const readable = new Set(old.revisions.map(({ path }) => path));
  const paths = old.paths.filter((path) => !kept.has(path));
  for (const path of paths) {
    const [, slug] = /^data\/works\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const digest = /^data\/blobs\/([0-9a-f]{64})\.\w+(\.part)?$/.exec(path)?.[1];
    const isUnfinished = path.endsWith(".part") && digest !== undefined;
    const isOfWork =
      readable.has(path) || (slug !== undefined && bySlug.has(slug) && isWorkFile(path));
    if (isUnfinished) continue;
    if (!listed.has(path)) unexplained.push(`${path}, which the bag's manifest doesn't list`);
    // With their revisions, they are told as a work above.
    else if (isOfWork) continue;
    else if (relation !== "other" && digest !== undefined && explainedBlobs.has(digest)) continue;
    else unexplained.push(path);
  }
  return { explained, unexplained, paths };
}

/** Whether an export writes a file of this name into a work's folder, made from its revisions. */
function isWorkFile(path: string): boolean {
  const name = path.split("/").slice(3).join("/");
  return name === "history.json" || isManifestName(name);
}

function describeLost(slug: string, lost: readonly BagRevision[], isKept: boolean): string {
  const numbers = lost.map(({ number }) => number).sort((a, b) => a - b);
  const revisions = `revision${numbers.length === 1 ? "" : "s"} ${numbers.join(", ")}`;
  return isKept ? `${revisions} of ${slug}` : `the work ${slug}, with its ${revisions}`;
}
