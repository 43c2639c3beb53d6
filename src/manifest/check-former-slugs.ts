import type { Problem } from "./errors/problem.ts";
import type { LocatedManifest } from "./located-manifest.ts";
import type { Manifest } from "./schema.ts";

/** The slug of a manifest's work, and those that it had before. */
export function slugsOf(manifest: Manifest): string[] {
  return [manifest.slug, ...formerSlugsOf(manifest)];
}

/** Checks that each former slug is that of one work only, and of none today: slugs are never reused. */
export function checkFormerSlugs(works: readonly LocatedManifest[]): Problem[] {
  const current = new Map(works.map((work) => [work.manifest.slug, work]));
  const former = new Map<string, LocatedManifest>();
  const problems: Problem[] = [];
  for (const work of works) {
    for (const [index, slug] of formerSlugsOf(work.manifest).entries()) {
      const message = findConflict(work, slug, current.get(slug), former.get(slug));
      if (!former.has(slug)) former.set(slug, work);
      if (message === undefined) continue;
      const place = work.locationOf(["formerSlugs", index]);
      problems.push({ file: work.file, ...place, severity: "error", message });
    }
  }
  return problems;
}

function findConflict(
  { manifest }: LocatedManifest,
  slug: string,
  current: LocatedManifest | undefined,
  former: LocatedManifest | undefined,
): string | undefined {
  if (slug === manifest.slug) {
    return `${slug} is this work's own slug: list only the slugs that it had before`;
  }
  if (current !== undefined) {
    return `${slug} is the slug of ${current.file}: a slug is never reused, so list it in the manifest of one work`;
  }
  return former === undefined
    ? undefined
    : `${slug} is a former slug of ${former.file} too: leave it in one of the two`;
}

const formerSlugsOf = (manifest: Manifest): readonly string[] =>
  ("formerSlugs" in manifest ? manifest.formerSlugs : undefined) ?? [];
