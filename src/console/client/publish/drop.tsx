import { useRef } from "hono/jsx/dom";
import type { App } from "./context.ts";
import type { Draft } from "./draft/folder.ts";
import { textAt } from "./draft/value.ts";
import type { GivenFiles } from "./files/browser-files.ts";
import { filesOfInput } from "./files/given.ts";
import { useGivenFiles } from "./files/use-given-files.ts";
import type { FormKind } from "./form/schema.ts";

interface DropProps {
  readonly app: App;
  readonly note: string | undefined;
  /** A form that was begun earlier. */
  readonly kept: Draft | undefined;
  readonly onFiles: (files: Promise<GivenFiles> | GivenFiles) => void;
  /** Begins the form without a file. */
  readonly onStart: (kind: FormKind) => void;
  readonly onGoOn: (kept: Draft) => void;
  readonly onDiscard: () => void;
}

/** Takes a folder or files: dropped anywhere on the page, or chosen. */
export function Drop({
  app: { strings },
  note,
  kept,
  onFiles,
  onStart,
  onGoOn,
  onDiscard,
}: DropProps) {
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  useGivenFiles(onFiles);
  const takeChosen = (event: Event) => {
    const { currentTarget } = event;
    if (!(currentTarget instanceof HTMLInputElement) || currentTarget.files === null) return;
    onFiles(filesOfInput(currentTarget.files));
  };
  return (
    <section class="drop">
      {kept !== undefined && (
        <div class="done" role="status">
          <p>{strings.keptForm(titleOf(kept))}</p>
          <p class="actions">
            <button type="button" onClick={() => onGoOn(kept)}>
              {strings.goOn}
            </button>{" "}
            <button type="button" onClick={onDiscard}>
              {strings.discard}
            </button>
          </p>
        </div>
      )}
      <h2>{strings.dropHere}</h2>
      <p class="help">{strings.dropHelp}</p>
      {note !== undefined && <p role="status">{note}</p>}
      <p class="actions">
        <button type="button" class="primary" onClick={() => folder.current?.click()}>
          {strings.chooseFolder}
        </button>{" "}
        <button type="button" onClick={() => files.current?.click()}>
          {strings.chooseFiles}
        </button>
      </p>
      <input
        ref={folder}
        hidden
        type="file"
        multiple
        webkitdirectory=""
        aria-label={strings.chooseFolder}
        data-choose="folder"
        onChange={takeChosen}
      />
      <input
        ref={files}
        hidden
        type="file"
        multiple
        aria-label={strings.chooseFiles}
        data-choose="files"
        onChange={takeChosen}
      />
      <h2>{strings.startForm}</h2>
      <p class="actions">
        <button type="button" onClick={() => onStart("Episode")}>
          {strings.startEpisode}
        </button>{" "}
        <button type="button" onClick={() => onStart("Document")}>
          {strings.startDocument}
        </button>
      </p>
    </section>
  );
}

/** What a form is called: by its title in its own language, or its slug. */
function titleOf({ value }: Draft): string {
  const title = textAt(value, ["name", textAt(value, ["inLanguage"])]);
  return title === "" ? textAt(value, ["slug"]) : title;
}
