import type { LibraryItem } from "../schema/record.ts";
import type { Change } from "./change.ts";
import { diffRecords } from "./diff.ts";
import { orderChanged } from "./diff-items.ts";

/**
 * The later changes of a work that publishing a record would undo: what differs between the revision that the
 * record was made from and the current one, where the record has another value than the current one.
 * @param base the revision that the record's author last saw
 * @param current the revision that would be replaced
 * @param record what would be published
 */
export function undoneChanges(
  base: LibraryItem,
  current: LibraryItem,
  record: LibraryItem,
): Change[] {
  const published = diffRecords(current, record);
  return diffRecords(base, current).filter((later) =>
    published.some((change) =>
      // A list whose order changed: whatever changes it again may bring the old order back.
      later.which === orderChanged ? change.field === later.field : isSameField(change, later),
    ),
  );
}

/** Whether two changes are of the same field, language and item. */
export function isSameField(a: Change, b: Change): boolean {
  return a.field === b.field && a.language === b.language && a.which === b.which;
}
