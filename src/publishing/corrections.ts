import { type Correction, correctionsIn, type Made } from "../library/corrections.ts";
import type { LibraryItem } from "../library/record.ts";
import { readBlobText } from "../storage/blobs.ts";
import type { WorkText } from "../storage/works.ts";

/**
 * The text rows of a record, with how each of them was corrected since readers first saw it.
 * @param lineage the record's revision, and those that it was made from
 */
export async function withCorrections(
  bucket: R2Bucket,
  record: LibraryItem,
  texts: readonly WorkText[],
  lineage: readonly Made[],
): Promise<WorkText[]> {
  if (record.kind !== "Episode") return [...texts];
  const found = correctionsIn(lineage);
  const hidden = [record, ...lineage.map((made) => made.record)].flatMap(namesKept);
  return Promise.all(
    texts.map(async (text) => {
      const corrections = (found.get(text.language) ?? []).map((one) =>
        withoutNames(bucket, one, hidden),
      );
      return { ...text, corrections: await Promise.all(corrections) };
    }),
  );
}

/** The people who aren't public, in any of the revisions: a correction may be what took their names out. */
function namesKept({ credits = [] }: Made["record"]): string[] {
  return credits.filter((credit) => credit.public === false).map(({ name }) => folded(name));
}

/** A correction that doesn't say what stood there before, where that names somebody who isn't public. */
async function withoutNames(
  bucket: R2Bucket,
  correction: Correction,
  names: readonly string[],
): Promise<Correction> {
  if (names.length === 0 || correction.before === null) return correction;
  const said = folded((await readBlobText(bucket, correction.before)) ?? "");
  return names.some((name) => said.includes(name)) ? { ...correction, before: null } : correction;
}

/** One form of a name however it is written: its case, its composition, and the space in it. */
const folded = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
