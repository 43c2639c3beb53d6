import { sha256 } from "../records/digest.ts";
import { withArticle } from "../records/schema/kinds.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { visibilityOf } from "../records/visibility.ts";
import { storePreview } from "../storage/access/previews.ts";
import type { Database } from "../storage/database.ts";
import { readFullRecord } from "../storage/publish.ts";
import { randomSecret } from "./access/secret.ts";
import { PublishingError } from "./publishing-error.ts";

export interface PreviewLink {
  readonly record: LibraryItem;
  /** The secret that opens the work. Only its digest is stored, so it can't be read again. */
  readonly secret: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/**
 * Creates a link that shows a draft or a scheduled work. The link stops working when it expires, or when the
 * work is published or withdrawn. Its secret is random and stored as a digest: unlike a signed link it can be
 * revoked, and there is no signing key that could be lost.
 * @throws PublishingError if there is no such work, or it isn't a draft or scheduled
 */
export async function createPreview(
  database: Database,
  { slug, hours, now }: { slug: string; hours: number; now: Date },
): Promise<PreviewLink> {
  const revision = await readFullRecord(database, slug);
  if (revision === undefined) {
    throw new PublishingError(
      "not-found",
      `No work has the slug ${slug}: apply its manifest as a draft first.`,
    );
  }
  const { record } = revision;
  if (record.kind !== "Episode" && record.kind !== "Document") {
    throw new PublishingError(
      "no-draft",
      `${slug} is ${withArticle(record.kind)}: only films and documents can be previewed.`,
    );
  }
  const visibility = visibilityOf(record, now.toISOString());
  if (visibility !== "hidden") {
    const state = visibility === "public" ? "public already" : "withdrawn";
    throw new PublishingError("no-draft", `${slug} is ${state}: there is no draft to preview.`);
  }
  const secret = randomSecret();
  const createdAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + hours * 3_600_000).toISOString();
  await storePreview(database, { sha256: await sha256(secret), slug, createdAt, expiresAt });
  return { record, secret, expiresAt };
}
