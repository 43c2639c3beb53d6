/** Shows each change where it is seen: in the rows, on the film, in the toolbar. */
import { leadOf } from "./core/document.ts";
import { findingsOf, findingsOfCue } from "./core/findings.ts";
import { indexOfRow } from "./core/rows.ts";
import type { Editor } from "./editor.ts";
import type { EditorPage } from "./page.ts";
import type { FilmView } from "./view/film.ts";
import type { NoticesView } from "./view/notices.ts";
import type { RowsView } from "./view/rows.ts";
import type { ToolbarView } from "./view/toolbar.ts";

/** How long after the last change everything is linted, in milliseconds; the cue that is written is at once. */
const lintDelay = 400;

export function follow(
  editor: Editor,
  parts: {
    readonly film: FilmView;
    readonly rows: RowsView;
    readonly toolbar: ToolbarView;
    readonly notices: NoticesView;
  },
  { language, duration }: EditorPage,
): void {
  const { film, rows, toolbar, notices } = parts;
  let lintTimer: ReturnType<typeof setTimeout> | undefined;
  const lint = () => rows.showFindings(findingsOf(editor.document, { language, duration }));
  const showPlace = () => rows.markPlaying(film.showAt(editor.document));
  film.onTime(showPlace);
  lint();
  editor.subscribe((event) => {
    const { document: captions, currentId } = editor;
    const row = captions.rows[indexOfRow(captions, currentId ?? "")];
    if (event === "document" || event === "open") {
      const isInRows = rows.element.contains(document.activeElement);
      rows.show(captions);
      // The row that had the focus was deleted: the keyboard goes on at the one in its place.
      if (isInRows && !rows.element.contains(document.activeElement)) {
        const next = currentId === undefined ? undefined : rows.get(currentId);
        (next?.text ?? toolbar.element.querySelector("button"))?.focus();
      }
      showPlace();
      if (row?.edited !== undefined) {
        rows.get(row.id)?.showFindings(findingsOfCue(row.edited, language));
      }
      clearTimeout(lintTimer);
      lintTimer = setTimeout(lint, lintDelay);
    } else if (event === "place") {
      if (row !== undefined) film.follow(leadOf(row).startTime);
    } else if (event === "focus") {
      const view = currentId === undefined ? undefined : rows.get(currentId);
      view?.text.focus();
      view?.element.scrollIntoView({ block: "nearest" });
    } else notices.showConflicts();
    toolbar.update();
  });
}
