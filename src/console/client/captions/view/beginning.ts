/** What a track without cues can begin with, and a file that is dropped on the page. */
import { createDocument, trackOf } from "../core/document.ts";
import { startFromTimes } from "../core/start.ts";
import type { Editor } from "../editor.ts";
import type { EditorStrings } from "../strings.ts";
import { button, element, labelled } from "./element.ts";

/**
 * @param page where a file may be dropped
 * @param language that of the file, whose encoding may depend on it
 */
export function createBeginning(
  editor: Editor,
  strings: EditorStrings,
  page: HTMLElement,
  language: string,
): HTMLElement {
  const report = element("div", { role: "status" });
  const field = element("input", { type: "file", accept: ".vtt,.srt,.sbv,.ttml,.dfxp,.xml,.itt" });
  const fromTimes = button(strings.fromTimes, () => editor.change(startFromTimes));
  const choices = element("div", { class: "choices" }, [
    element("p", {}, [strings.nothingYet]),
    fromTimes,
    labelled(strings.fromFile, field),
  ]);
  const read = async (file: File) => {
    const { readCaptionFile } = await import("../core/caption-file.ts");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { track, problems } = readCaptionFile(file.name, bytes, language);
    if (track !== undefined) {
      editor.change((captions) => {
        const beside = trackOf(captions, "beside");
        const next = createDocument(track, beside.cues.length === 0 ? undefined : beside);
        // Ids of rows are never used twice: a row that stays would keep what it shows.
        const rows = next.rows.map((row, index) => ({ ...row, id: `r${captions.nextId + index}` }));
        return { ...next, rows, nextId: captions.nextId + rows.length };
      });
    }
    report.replaceChildren(
      ...(track === undefined
        ? []
        : [element("p", { class: "done" }, [strings.replacedByFile(file.name)])]),
      ...(problems.length === 0
        ? []
        : [
            element("p", {}, [strings.problemsInFile]),
            element(
              "ul",
              { lang: "en", dir: "ltr" },
              problems.map((one) => element("li", {}, [one])),
            ),
          ]),
    );
  };
  field.addEventListener("change", () => {
    const [file] = field.files ?? [];
    if (file !== undefined) void read(file);
  });
  page.addEventListener("dragover", (event) => event.preventDefault());
  page.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    void read(file);
  });
  const update = () => {
    const { rows } = editor.document;
    const isEmpty = rows.every(({ edited }) => edited === undefined);
    choices.hidden = !isEmpty;
    fromTimes.hidden = rows.length === 0;
  };
  editor.subscribe((event) => event === "document" && update());
  update();
  return element("div", { class: "beginning" }, [choices, report]);
}
