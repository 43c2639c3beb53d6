import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { workRevision } from "../../api/contract.ts";
import { payloadFolder } from "./bag.ts";

/** A revision of a work in a bag. */
export interface BagRevision {
  readonly slug: string;
  readonly number: number;
  /** Of its file in the bag. */
  readonly path: string;
  /** Its content and the moment it was published: no other revision has the same. */
  readonly key: string;
  readonly isDraft: boolean;
  /** The digests of the files that it names. */
  readonly blobs: readonly string[];
}

const draft = z.object({ record: z.looseObject({ status: z.literal("draft") }) });

/**
 * Describes a revision as it is in a bag.
 * @param path of its file in the bag
 * @param json what the file contains
 * @throws ZodError if that isn't a revision
 */
export function describeRevision(slug: string, path: string, json: unknown): BagRevision {
  const { number, digest, createdAt } = workRevision.parse(json);
  return {
    slug,
    number,
    path,
    key: `${digest} ${createdAt}`,
    isDraft: draft.safeParse(json).success,
    blobs: JSON.stringify(json).match(/\b[0-9a-f]{64}\b/g) ?? [],
  };
}

/** The revisions in a bag. A file that can't be read as one is left out. */
export async function readBagRevisions(bag: string): Promise<BagRevision[]> {
  const works = join(bag, payloadFolder, "works");
  const revisions: BagRevision[] = [];
  for (const slug of await readdir(works).catch(() => [])) {
    const folder = join(works, slug, "revisions");
    for (const name of await readdir(folder).catch(() => [])) {
      try {
        const json: unknown = JSON.parse(await readFile(join(folder, name), "utf8"));
        const path = `${payloadFolder}/works/${slug}/revisions/${name}`;
        revisions.push(describeRevision(slug, path, json));
      } catch {
        // Damaged: its path is then one that the next version lacks or replaces.
      }
    }
  }
  return revisions;
}
