/** Puts the editor's page together. */
import { parseMoment } from "../../../records/moment.ts";
import type { PageData } from "../shared/page-data.ts";
import { createStaffApi, type StaffApi, StaffApiError } from "../shared/staff-api.ts";
import { createActions } from "./actions.ts";
import { createDocument, leadOf, type Side } from "./core/document.ts";
import { indexOfRow } from "./core/rows.ts";
import { parseTrack } from "./core/track.ts";
import { createEditor, type Editor } from "./editor.ts";
import { follow } from "./follow.ts";
import { listenToKeys } from "./keys.ts";
import { readBeginning, readPublished, trackBeside } from "./load.ts";
import type { EditorPage } from "./page.ts";
import { serverDraft } from "./saving/drafts.ts";
import { localCopy } from "./saving/local.ts";
import { createPublisher } from "./saving/publish.ts";
import { type SavingSession, type SavingStatus, startSaving } from "./saving/session.ts";
import type { EditorStrings } from "./strings.ts";
import { createBeginning } from "./view/beginning.ts";
import { button, element } from "./view/element.ts";
import { createFilm } from "./view/film.ts";
import { createNotices } from "./view/notices.ts";
import { createFindPanel, createKeysPanel, createTimingPanel } from "./view/panels.ts";
import { createPublishing } from "./view/publishing.ts";
import { createRows } from "./view/rows.ts";
import { showStatus } from "./view/status.ts";
import { createToolbar } from "./view/toolbar.ts";

export async function startPage(
  root: HTMLElement,
  data: PageData,
  page: EditorPage,
  strings: EditorStrings,
): Promise<void> {
  const api = createStaffApi(data.formToken);
  const publisher = createPublisher(api, page.slug);
  const query = new URLSearchParams(location.search);
  const beside = trackBeside(page, query.get("beside"));
  const nameOf = (language: string) => page.names[language] ?? language;
  const mayWrite = (language: string) =>
    data.draftLanguages === "all" || data.draftLanguages.includes(language);
  const tracks = { edited: page, beside: beside ?? page } as const;
  const stores = {
    edited: storesOf(api, page, page),
    beside: storesOf(api, page, tracks.beside),
  } as const;
  const [beginning, besideBase] = await Promise.all([
    readBeginning(page, publisher, stores.edited.server, stores.edited.local),
    beside && readPublished(page, beside, publisher),
  ]);
  const editor = createEditor(
    createDocument(parseTrack(beginning.text), besideBase && parseTrack(besideBase.text)),
  );

  const notices = createNotices(editor, strings, ({ side }) => tracks[side].language);
  const film = createFilm(page, strings);
  const rows = createRows({
    editor,
    strings,
    languages: { edited: page.language, beside: beside?.language },
    nameOf,
    play(rowId) {
      editor.goTo(rowId);
      const row = editor.document.rows[indexOfRow(editor.document, rowId)];
      if (row !== undefined) film.playPart(leadOf(row).startTime, leadOf(row).endTime, false);
    },
    onTyping: () => toolbar.pausesTyping && film.pause(),
  });
  const panels = {
    find: createFindPanel(editor, strings),
    timing: createTimingPanel(editor, strings),
  };
  const actions = createActions({ editor, film, rows, openPanel: (name) => openPanel(name) });
  const keys = createKeysPanel(actions, strings);
  const besideName = beside && mayWrite(beside.language) ? nameOf(beside.language) : undefined;
  const toolbar = createToolbar({ editor, strings, actions, besideName });
  const openPanel = (name: "find" | "keys" | "speaker") => {
    if (name === "speaker") toolbar.speaker.select();
    else (name === "keys" ? keys : panels.find).open();
  };

  const status = element("p", { class: "saving help", role: "status" });
  const tell = (saving: SavingStatus, message = "") =>
    showStatus(saving, message, { status, notices, strings });
  const onMerged = () => notices.show("merged", strings.merged);
  const startSession = (side: Side, base: SavingSession["base"], draft: typeof beginning.draft) =>
    startSaving({
      ...stores[side],
      editor,
      side,
      base,
      draft,
      tell,
      onMerged,
      mayWrite: mayWrite(tracks[side].language),
    });
  const sessions = [startSession("edited", beginning.base, beginning.draft)];
  editor.subscribe((event) => {
    if (event !== "open" || besideBase === undefined || sessions.length > 1) return;
    const { server, local } = stores.beside;
    const kept = local.read();
    const base = kept ? { sha256: kept.basedOn, text: kept.baseText } : besideBase;
    if (kept !== undefined) {
      editor.merge("beside", parseTrack(besideBase.text), parseTrack(kept.text));
      notices.show("beside", strings.restored);
    }
    const added = startSession("beside", base, kept?.draft ?? null);
    sessions.push(added);
    if (base.sha256 !== besideBase.sha256) added.rebase(besideBase);
    server.read().then(
      (draft) => draft?.version !== kept?.draft?.version && added.sync(draft),
      () => tell("offline"),
    );
  });
  const publishing =
    data.role === "translator"
      ? readyButton(() => sessions, strings)
      : createPublishing({
          editor,
          strings,
          publisher,
          personName: beginning.current.draft?.savedBy ?? data.name,
          sessions: () => sessions,
          trackOfSide: (side) => tracks[side],
          original: page.original,
          nameOf,
          explain(error) {
            const isEnded = isSessionEnd(error);
            if (isEnded) tell("signed-out");
            return isEnded;
          },
        });

  root.replaceChildren(
    notices.element,
    element("div", { class: "above" }, [film.element, toolbar.element]),
    element("div", { class: "panels" }, [
      toolbar.choices,
      panels.find.element,
      panels.timing.element,
      keys.element,
    ]),
    element("div", { class: "save" }, [publishing, status]),
    createBeginning(editor, strings, root, page.language),
    rows.element,
  );
  root.classList.toggle("with-beside", beside !== undefined);
  follow(editor, { film, rows, toolbar, notices }, page);
  listenToKeys(document.body, editor, actions);
  keepSaving(editor, sessions);
  rows.show(editor.document);
  toolbar.update();

  if (beginning.from !== "published") {
    const savedBy = beginning.current.draft?.savedBy ?? data.name;
    const isOwn = beginning.from === "browser" || savedBy === data.name;
    const text = isOwn ? strings.restored : strings.draftOf(savedBy);
    const discard = button(strings.discard, async () => {
      await sessions[0]?.discard();
      location.reload();
    });
    notices.show("beginning", text, [discard]);
  }
  if (!mayWrite(page.language)) tell("forbidden");
  bringUpToDate(sessions[0], beginning);
  goToTime(editor, query.get("t"));
}

function storesOf(api: StaffApi, { slug }: EditorPage, track: { language: string; kind: string }) {
  const { kind, language } = track;
  return {
    server: serverDraft(api, `drafts/${slug}/${kind}/${encodeURIComponent(language)}`),
    local: localCopy(`${slug} ${kind} ${language}`),
  };
}

/** Merges what others saved or published since the text was begun. */
function bringUpToDate(
  session: SavingSession | undefined,
  { draft, base, current, from }: Awaited<ReturnType<typeof readBeginning>>,
): void {
  if (session === undefined) return;
  if (from === "browser" && current.draft?.version !== draft?.version) session.sync(current.draft);
  if (current.base.sha256 !== base.sha256) session.rebase(current.base);
  if (from === "browser") session.keep();
}

/** Keeps each change in the browser: once it is painted, and before the page goes. */
function keepSaving(editor: Editor, sessions: readonly SavingSession[]): void {
  let isWaiting = false;
  const keep = () => {
    if (!isWaiting) return;
    isWaiting = false;
    for (const session of sessions) session.keep();
  };
  editor.subscribe((event) => {
    if ((event !== "document" && event !== "conflicts") || isWaiting) return;
    isWaiting = true;
    setTimeout(keep);
  });
  addEventListener("pagehide", keep);
  addEventListener("online", () => {
    for (const session of sessions) if (session.isChanged) void session.save("working");
  });
}

function isSessionEnd(error: unknown): boolean {
  return error instanceof StaffApiError && error.problem.status === 401;
}

/** A translator's way to publish: a draft that a publisher is asked to read. */
function readyButton(
  sessions: () => readonly SavingSession[],
  strings: EditorStrings,
): HTMLElement {
  const save = async () => {
    for (const session of sessions()) if (session.isChanged) await session.save("ready");
  };
  return button(strings.markReady, () => void save(), { class: "primary" });
}

/** Goes to the cue of a moment: `?t=65` (DESIGN 2). */
function goToTime(editor: Editor, text: string | null): void {
  const time = parseMoment(text ?? "")?.start;
  if (time === undefined) return;
  const { rows } = editor.document;
  const row = rows.findLast((one) => leadOf(one).startTime <= time) ?? rows[0];
  editor.goTo(row?.id, true);
}
