import { Text } from "../../../components/text.tsx";
import type { Change } from "../../../records/diff/change.ts";
import { describeChange } from "../../../records/diff/describe.ts";
import type { ListedRecord } from "../../../records/listed.ts";
import type { LibraryItem } from "../../../records/schema/record.ts";
import { allows } from "../../../records/schema/roles.ts";
import { publishedAt, statusOf } from "../../../records/visibility.ts";
import type { ConsoleView } from "../layout.tsx";

export function WorkTitle({
  record,
  view,
}: {
  record: ListedRecord<LibraryItem>;
  view: ConsoleView;
}) {
  return <Text text={view.reader.choose(record.name, record.inLanguage)} reader={view.reader} />;
}

/** A work's title as plain text. */
export function titleOf(record: ListedRecord<LibraryItem>, view: ConsoleView): string {
  return view.reader.choose(record.name, record.inLanguage)?.value ?? record.slug;
}

/** What readers find: “Draft”, “Scheduled”, “Published” or “Withdrawn”. @param now ISO 8601 in UTC */
export function StatusLabel({
  record,
  view,
  now,
}: {
  record: ListedRecord<LibraryItem>;
  view: ConsoleView;
  now: string;
}) {
  const status = statusOf(record);
  const shown = status === "published" && publishedAt(record) > now ? "scheduled" : status;
  // Within the fact, whose own beginning is cut off with the separator.
  return (
    <span>
      <span class={`label status-${shown}`}>{view.strings.statuses[shown]}</span>
    </span>
  );
}

/** What differs between two records, in the words of the command line, which are English. */
export function Changes({ changes, view }: { changes: readonly Change[]; view: ConsoleView }) {
  if (changes.length === 0) return <p>{view.strings.noDifference}</p>;
  return (
    <ul class="changes" lang="en" dir="ltr">
      {changes.map((change) => (
        <li>
          {change.sign}
          {describeChange(change)}
        </li>
      ))}
    </ul>
  );
}

/** Whether the person who is signed in may change what is public. */
export function mayPublish({ identity }: ConsoleView): boolean {
  return identity !== undefined && allows(identity.scopes, "publish");
}
