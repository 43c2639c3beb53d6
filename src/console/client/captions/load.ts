/** Gathers what the editor begins with: what is published, the draft on the server, and what this browser kept. */
import type { Draft } from "../../../api/contract/drafts.ts";
import type { EditorPage } from "./page.ts";
import type { ServerDraft } from "./saving/drafts.ts";
import type { Kept, LocalCopy } from "./saving/local.ts";
import type { Publisher } from "./saving/publish.ts";
import type { Base } from "./saving/session.ts";

/** What a track without cues is. */
export const emptyTrack = "WEBVTT\n";

export interface Beginning {
  /** What is written, as WebVTT. */
  readonly text: string;
  /** The published track that it was begun from, which may not be the current one. */
  readonly base: Base;
  /** The draft that the text was begun from. */
  readonly draft: Kept["draft"];
  /** The current ones, to be merged. */
  readonly current: { readonly base: Base; readonly draft: Draft | undefined };
  /** Where the text is from, to be told. */
  readonly from: "published" | "draft" | "browser";
}

/** The published track of a language and kind. */
export async function readPublished(
  { tracks }: EditorPage,
  { language, kind }: { readonly language: string; readonly kind: string },
  publisher: Publisher,
): Promise<Base> {
  const track = tracks.find((one) => one.language === language && one.kind === kind);
  if (track === undefined) return { sha256: null, text: emptyTrack };
  return { sha256: track.sha256, text: await publisher.readTrack(track.sha256) };
}

export async function readBeginning(
  page: EditorPage,
  publisher: Publisher,
  server: ServerDraft,
  local: LocalCopy,
): Promise<Beginning> {
  const [published, draft] = await Promise.all([
    readPublished(page, page, publisher),
    server.read(),
  ]);
  const current = { base: published, draft };
  const kept = local.read();
  if (kept !== undefined) {
    const { basedOn, baseText, text } = kept;
    const base = { sha256: basedOn, text: baseText };
    return { text, base, draft: kept.draft, current, from: "browser" };
  }
  if (draft === undefined) {
    return { text: published.text, base: published, draft: null, current, from: "published" };
  }
  const base = await readBase(draft.basedOn, published, publisher);
  const { text, version } = draft;
  return { text, base, draft: { text, version }, current, from: "draft" };
}

/** What a draft was begun from; if the library has it no longer, what is published now. */
async function readBase(
  sha256: string | null,
  published: Base,
  publisher: Publisher,
): Promise<Base> {
  if (sha256 === published.sha256) return published;
  if (sha256 === null) return { sha256, text: emptyTrack };
  return publisher.readTrack(sha256).then(
    (text) => ({ sha256, text }),
    () => published,
  );
}

/** The track that is read beside: of the chosen language or the original, but not of the one that is written. */
export function trackBeside(
  { tracks, language, original }: EditorPage,
  chosen: string | null,
): { readonly language: string; readonly kind: "captions" | "subtitles" } | undefined {
  for (const wanted of [chosen, original]) {
    if (wanted === null || wanted === language) continue;
    for (const kind of ["captions", "subtitles"] as const) {
      if (tracks.some((one) => one.language === wanted && one.kind === kind)) {
        return { language: wanted, kind };
      }
    }
  }
  return undefined;
}
