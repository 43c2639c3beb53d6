/** What is kept of one side of the editor: in the browser at once, on the server as a draft soon after. */

import type { Draft } from "../../../../api/contract/drafts.ts";
import { type Side, trackOf } from "../core/document.ts";
import { formatTrack, parseTrack } from "../core/track.ts";
import type { Editor } from "../editor.ts";
import type { ServerDraft } from "./drafts.ts";
import type { LocalCopy } from "./local.ts";

/** A published track: its digest, or null if there is none, and its text. */
export interface Base {
  readonly sha256: string | null;
  readonly text: string;
}

export type SavingStatus =
  | "unchanged"
  | "kept"
  | "not-kept"
  | "saved"
  | "ready"
  | "offline"
  | "signed-out"
  | "forbidden"
  | "refused";

export interface SavingSession {
  readonly side: Side;
  /** What it was begun from. */
  readonly base: Base;
  /** Whether what is written differs from what is published. */
  readonly isChanged: boolean;
  /** Keeps what is written now; call it after each change. */
  keep(): void;
  /** Saves the draft now. @returns whether the server has it */
  save(state: "working" | "ready"): Promise<boolean>;
  /** Takes over the draft that the server has now, merging what is written; undefined if there is none. */
  sync(current: Pick<Draft, "version" | "text"> | undefined): void;
  /** Takes over another published version, merging what is written. */
  rebase(base: Base): void;
  /** What is written was published: nothing else needs to be kept. */
  published(base: Base): Promise<void>;
  /** Forgets what is written. */
  discard(): Promise<void>;
}

interface SessionOptions {
  readonly editor: Editor;
  readonly side: Side;
  readonly base: Base;
  /** The draft that the text was begun from. */
  readonly draft: Pick<Draft, "version" | "text"> | null;
  readonly local: LocalCopy;
  readonly server: ServerDraft;
  readonly mayWrite: boolean;
  /** @param message why the library refused it */
  readonly tell: (status: SavingStatus, message?: string) => void;
  readonly onMerged: () => void;
}

/** How long after the last change a draft is saved, in milliseconds. Our choice: a pause between two sentences. */
const saveDelay = 1500;
/** How often a draft is tried again while there is no connection. Our choice. */
const retryDelay = 10_000;

export function startSaving(options: SessionOptions): SavingSession {
  const { editor, side, local, server, mayWrite, tell, onMerged } = options;
  let { base } = options;
  let { draft } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> = Promise.resolve(true);
  let settled = { base, draft };
  const writeLocal = (text: string) => {
    const { sha256, text: baseText } = settled.base;
    return local.write({ basedOn: sha256, baseText, draft: settled.draft, text });
  };
  const textNow = () => formatTrack(trackOf(editor.document, side));
  const isChanged = () => textNow() !== base.text;

  const keep = () => {
    const text = textNow();
    // Until it is decided what stays, a reload must find the same differences again.
    if (editor.conflicts.length > 0) {
      writeLocal(text);
      return;
    }
    settled = { base, draft };
    if (text === (draft?.text ?? base.text)) {
      local.remove();
      return;
    }
    const isKept = writeLocal(text);
    tell(isKept ? "kept" : "not-kept");
    later(saveDelay);
  };
  const later = (delay: number) => {
    clearTimeout(timer);
    if (mayWrite) timer = setTimeout(() => void save("working"), delay);
  };
  const merge = (from: string, theirs: string) => {
    // Our own draft, of which the answer was lost.
    if (theirs === textNow()) return;
    const before = editor.document;
    editor.merge(side, parseTrack(from), parseTrack(theirs));
    if (editor.document !== before || editor.conflicts.length > 0) onMerged();
  };
  const sync = (current: Pick<Draft, "version" | "text"> | undefined) => {
    const shared = draft?.text ?? base.text;
    draft = current === undefined ? null : { version: current.version, text: current.text };
    if (current !== undefined && current.text !== shared) merge(shared, current.text);
  };
  // One request at a time: each names the version that the one before made.
  const save = (state: "working" | "ready"): Promise<boolean> => {
    clearTimeout(timer);
    running = running.catch(() => false).then(() => saveNow(state));
    return running;
  };
  const saveNow = async (state: "working" | "ready"): Promise<boolean> => {
    const text = textNow();
    if (!mayWrite || editor.conflicts.length > 0) return false;
    if (state === "working" && text === (draft?.text ?? base.text)) return true;
    const saved = await server.save({ basedOn: base.sha256, text, state }, draft?.version);
    if (saved.outcome === "saved") {
      draft = { version: saved.draft.version, text };
      settled = { base, draft };
      tell(state === "ready" ? "ready" : "saved");
      if (textNow() === text) local.remove();
      else keep();
      return true;
    }
    if (saved.outcome === "changed") {
      sync(saved.current ?? undefined);
      return editor.conflicts.length > 0 ? false : saveNow(state);
    }
    tell(saved.outcome, saved.outcome === "refused" ? saved.message : undefined);
    if (saved.outcome === "offline") later(retryDelay);
    return false;
  };
  return {
    side,
    get base() {
      return base;
    },
    get isChanged() {
      return isChanged();
    },
    keep,
    save,
    sync,
    rebase(next) {
      const before = base;
      base = next;
      merge(before.text, next.text);
      keep();
    },
    async published(next) {
      clearTimeout(timer);
      await running;
      base = next;
      local.remove();
      if (draft !== null) await server.remove(draft.version);
      draft = null;
      settled = { base, draft };
      tell("unchanged");
    },
    async discard() {
      clearTimeout(timer);
      await running;
      local.remove();
      if (draft !== null) await server.remove(draft.version);
      draft = null;
    },
  };
}
