/** Publishes a track as the command line does: file, plan, and the record in place of the revision that was planned. */
import * as z from "zod";
import { revisionConflict } from "../../../../api/contract/problems.ts";
import { applied, planAnswer, storedBlob } from "../../../../api/contract/publishing.ts";
import { describeChange } from "../../../../records/diff/describe.ts";
import { sha256 } from "../../../../records/digest.ts";
import { type StaffApi, StaffApiError } from "../../shared/staff-api.ts";
import type { EditorPage } from "../page.ts";

/** What the editor changes in a record; the library checks the whole. */
const episode = z.looseObject({
  captions: z.array(
    z.looseObject({
      inLanguage: z.string(),
      kind: z.string(),
      file: z.looseObject({ sha256: z.string() }),
    }),
  ),
});
type Episode = z.infer<typeof episode>;
const revisionAnswer = z.looseObject({ record: episode });
const historyAnswer = z.looseObject({ current: z.int(), digest: z.string() });

/** A track to publish. */
export interface TrackToPublish {
  readonly language: string;
  readonly kind: EditorPage["kind"];
  /** WebVTT. */
  readonly text: string;
  readonly cues: number;
}

export interface Plan {
  readonly record: Episode;
  /** The revision that it replaces. */
  readonly replaces: string;
  /** In the words of `videoteca plan`. */
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
}

/** A work's record as it is now. */
export interface CurrentRecord {
  readonly digest: string;
  readonly record: Episode;
}

export type Published =
  | { readonly outcome: "published"; readonly digest: string }
  /** Somebody else published meanwhile. */
  | { readonly outcome: "moved"; readonly by: string };

export interface Publisher {
  readCurrent(): Promise<CurrentRecord>;
  /** The text of a stored track. */
  readTrack(sha256: string): Promise<string>;
  /** The digest of a track's file in a record; undefined if it has none. */
  digestOf(record: Episode, track: Pick<TrackToPublish, "language" | "kind">): string | undefined;
  /** Sends the files, which nobody sees yet, and asks what would change. */
  plan(current: CurrentRecord, tracks: readonly TrackToPublish[], name: string): Promise<Plan>;
  publish(plan: Plan): Promise<Published>;
}

export function createPublisher(api: StaffApi, slug: string): Publisher {
  return {
    async readCurrent() {
      const { value } = await api.send(`works/${slug}/history`, historyAnswer);
      const path = `works/${slug}/revisions/${value.current}`;
      const { record } = (await api.send(path, revisionAnswer)).value;
      return { digest: value.digest, record };
    },
    async readTrack(sha256) {
      const answer = await fetch(`/staff/api/blobs/${sha256}.vtt`);
      if (!answer.ok) throw new Error(`The library answers ${answer.status}.`);
      return answer.text();
    },
    digestOf: ({ captions }, { language, kind }) =>
      captions.find((one) => one.inLanguage === language && one.kind === kind)?.file.sha256,
    async plan({ digest, record }, tracks, name) {
      let changed = record;
      for (const track of tracks) {
        const bytes = new TextEncoder().encode(track.text);
        const fileDigest = await sha256(bytes);
        const path = `blobs/${fileDigest}.vtt`;
        await api.send(path, storedBlob, { method: "PUT", body: bytes.buffer });
        const file = { sha256: fileDigest, extension: "vtt", size: bytes.length };
        changed = withTrack(changed, track, file, name);
      }
      const request = { method: "POST", json: { works: [changed] } } as const;
      const { works } = (await api.send("plan", planAnswer, request)).value;
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
        const headers = { "If-Match": `"${replaces}"` };
        const request = { method: "PUT", json: record, headers } as const;
        const { digest } = (await api.send(`works/${slug}`, applied, request)).value;
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

/** Sets a track's file, or adds the track. What a person has read and corrected isn't machine-made any more, nor stale. */
function withTrack(
  record: Episode,
  { language, kind, cues }: TrackToPublish,
  file: Episode["captions"][number]["file"],
  name: string,
): Episode {
  const index = record.captions.findIndex(
    (one) => one.inLanguage === language && one.kind === kind,
  );
  const old = record.captions[index];
  if (old !== undefined) {
    const { stale: _, ...kept } = old;
    const changed = { ...kept, file, cues, origin: "human" };
    return { ...record, captions: record.captions.with(index, changed) };
  }
  const added = { inLanguage: language, kind, file, origin: "human", cues };
  const credited = kind === "subtitles" ? { ...added, translator: name } : added;
  return { ...record, captions: [...record.captions, credited] };
}
