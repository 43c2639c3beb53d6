/**
 * A marker in R2 for each withdrawn work. D1's Time Travel brings back rows that a withdrawal removed, and the
 * events that told of it; R2 has no such history, so the markers still say which works were withdrawn.
 */

const folder = "withdrawn/";

/** Marks a work as withdrawn. */
export async function putWithdrawalMarker(bucket: R2Bucket, slug: string): Promise<void> {
  await bucket.put(folder + slug, "");
}

/** Removes the marker of a work that was restored. */
export async function deleteWithdrawalMarker(bucket: R2Bucket, slug: string): Promise<void> {
  await bucket.delete(folder + slug);
}

/** Lists the slugs of the works that are marked as withdrawn: one call of R2 for each thousand. */
export async function listWithdrawalMarkers(bucket: R2Bucket): Promise<string[]> {
  const slugs: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await bucket.list({
      prefix: folder,
      ...(cursor === undefined ? {} : { cursor }),
    });
    slugs.push(...page.objects.map(({ key }) => key.slice(folder.length)));
    if (!page.truncated) return slugs;
    cursor = page.cursor;
  }
}
