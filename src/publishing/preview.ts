import { sha256 } from "../records/digest.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { visibilityOf } from "../records/visibility.ts";
import type { Database } from "../storage/database.ts";
import { storePreview } from "../storage/previews.ts";
import { readFullRecord } from "../storage/publish.ts";
import { PublishingError } from "./publishing-error.ts";
import { randomSecret } from "./secret.ts";

export interface PreviewLink {
  readonly record: LibraryItem;
  /** What opens the work: said once, kept nowhere. */
  readonly secret: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/**
 * Makes a link that shows a draft, or a work whose day hasn't come, to whoever is given it. It ends by
 * itself, or when the work is published or withdrawn. The secret is random and only its digest is kept,
 * so unlike a signed link it can be ended, and there is no key that could be lost.
 * @throws Refusal where there is no draft
 */
export async function createPreview(
  database: Database,
  { slug, hours, now }: { slug: string; hours: number; now: Date },
): Promise<PreviewLink> {
  const found = await readFullRecord(database, slug);
  if (found === undefined) {
    throw new PublishingError(
      "not-found",
      `No work has the slug ${slug}: apply its manifest as a draft first.`,
    );
  }
  const { record } = found;
  if (record.kind !== "Episode" && record.kind !== "Document") {
    throw new PublishingError(
      "no-draft",
      `${slug} is a ${record.kind}: only films and documents are previewed.`,
    );
  }
  const visibility = visibilityOf(record, now.toISOString());
  if (visibility !== "hidden") {
    const state = visibility === "public" ? "public already" : "withdrawn";
    throw new PublishingError("no-draft", `${slug} is ${state}: there is no draft of it to show.`);
  }
  const secret = randomSecret();
  const createdAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + hours * 3_600_000).toISOString();
  await storePreview(database, { sha256: await sha256(secret), slug, createdAt, expiresAt });
  return { record, secret, expiresAt };
}
