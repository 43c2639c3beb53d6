/** Publishes a track as the command line does: file, plan, and the record in place of the revision that was planned. */
import { revisionConflict } from "../../../../api/contract/problems.ts";
import { storedBlob } from "../../../../api/contract/publishing.ts";
import { describeChange } from "../../../../records/diff/describe.ts";
import { sha256 } from "../../../../records/digest.ts";
import {
  publishedFile,
  translatorOf,
  withDraftedFile,
} from "../../../../records/languages/drafts.ts";
import type { LibraryItem } from "../../../../records/schema/record.ts";
import type { CurrentRevision, Library } from "../../shared/library.ts";
import { type StaffApi, StaffApiError } from "../../shared/staff-api.ts";
import type { EditorPage } from "../page.ts";

/** Which track of a film. */
export type TrackKey = Pick<EditorPage, "language" | "kind">;

/** A track to publish. */
export interface TrackToPublish extends TrackKey {
  /** WebVTT. */
  readonly text: string;
  readonly cues: number;
  /** As readers see it; undefined for the one that is published, empty for none. */
  readonly translator: string | undefined;
}

export interface Plan {
  readonly record: LibraryItem;
  /** The revision that it replaces. */
  readonly replaces: string;
  /** In the words of `videoteca plan`. */
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
}

export type Published =
  | { readonly outcome: "published"; readonly digest: string }
  /** Somebody else published meanwhile. */
  | { readonly outcome: "moved"; readonly by: string };

export interface Publisher {
  readCurrent(): Promise<CurrentRevision>;
  /** The text of a stored track. */
  readTrack(sha256: string): Promise<string>;
  /** The digest of a track's file in a record; undefined if it has none. */
  digestOf(record: LibraryItem, track: TrackKey): string | undefined;
  /** The translator whom readers see with a track; empty for none. */
  translatorOf(record: LibraryItem, track: TrackKey): string;
  /** Sends the files, which nobody sees yet, and asks what would change. */
  plan(current: CurrentRevision, tracks: readonly TrackToPublish[]): Promise<Plan>;
  publish(plan: Plan): Promise<Published>;
}

export function createPublisher(api: StaffApi, slug: string): Publisher {
  // Records and their checks are needed only once somebody publishes.
  const openLibrary = async (): Promise<Library> => {
    const { createLibrary } = await import("../../shared/library.ts");
    return createLibrary(api, location.origin);
  };
  return {
    readCurrent: async () => (await openLibrary()).current(slug),
    async readTrack(digest) {
      const answer = await fetch(`/staff/api/blobs/${digest}.vtt`);
      if (!answer.ok) throw new Error(`The library answers ${answer.status}.`);
      return answer.text();
    },
    digestOf: (record, track) => publishedFile(record, draftKey(track))?.sha256,
    translatorOf: (record, track) => translatorOf(record, draftKey(track)) ?? "",
    async plan({ digest, record }, tracks) {
      let changed = record;
      for (const track of tracks) changed = await withTrack(api, changed, track);
      const { works } = await (await openLibrary()).plan([changed]);
      const [work] = works;
      return {
        record: changed,
        replaces: digest,
        changes: (work?.changes ?? []).map((change) => `${change.sign}${describeChange(change)}`),
        warnings: (work?.warnings ?? []).map(({ message }) => message),
      };
    },
    async publish({ record, replaces }) {
      try {
        const { digest } = await (await openLibrary()).putWork(record, replaces);
        return { outcome: "published", digest };
      } catch (error) {
        const conflict =
          error instanceof StaffApiError
            ? revisionConflict.safeParse(error.document).data
            : undefined;
        if (conflict === undefined) throw error;
        return { outcome: "moved", by: conflict.current.by };
      }
    },
  };
}

const draftKey = ({ kind, language }: TrackKey) => ({ part: kind, language });

/** Sends a track's file, and puts it into a record. @throws Error if the record isn't valid with it */
async function withTrack(
  api: StaffApi,
  record: LibraryItem,
  track: TrackToPublish,
): Promise<LibraryItem> {
  const { anyRecord } = await import("../../../../records/schema/versions.ts");
  const bytes = new TextEncoder().encode(track.text);
  const digest = await sha256(bytes);
  const path = `blobs/${digest}.vtt`;
  await api.send(path, storedBlob, { method: "PUT", body: bytes.buffer });
  const { cues, translator } = track;
  const file = { sha256: digest, extension: "vtt", size: bytes.length } as const;
  const parsed = anyRecord.safeParse(
    withDraftedFile(record, draftKey(track), { file, cues, translator }),
  );
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ message }) => message).join("; "));
}
