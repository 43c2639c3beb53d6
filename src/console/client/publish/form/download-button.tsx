import { useState } from "hono/jsx/dom";
import type { App } from "../context.ts";
import { missingFiles } from "../draft/draft-files.ts";
import { countUses, type Draft, type DraftFolder, folderOfDraft } from "../draft/folder.ts";
import { zipOfFolder } from "../draft/zip-of-folder.ts";

export interface DownloadProps {
  readonly app: App;
  readonly draft: Draft;
  /** `.videoteca.json` by its path, if the draft was published. */
  readonly memories?: ReadonlyMap<string, string>;
}

/** Downloads what the form has made, and says what is lacking in it. */
export function DownloadButton({ app: { api, strings }, draft, memories }: DownloadProps) {
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState("");
  const [isReading, setIsReading] = useState(false);
  const download = async () => {
    setFailure("");
    setNote(strings.downloading);
    setIsReading(true);
    try {
      const folder = folderOfDraft(draft);
      const { createLibrary } = await import("../../shared/library.ts");
      const library = createLibrary(api, location.origin);
      const archive = await zipOfFolder(draft, withTexts(folder, memories), (file) =>
        library.readBlob(file),
      );
      saveAs(archive, `${folder.manifest.slice(0, folder.manifest.indexOf("/"))}.zip`);
      const missing = missingFiles(draft)
        .map(({ name }) => name)
        .filter((name) => countUses(draft.value, name) > 0);
      setNote(
        missing.length === 0 ? strings.downloaded : strings.downloadLacks(missing.join(", ")),
      );
    } catch (error) {
      setNote("");
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setIsReading(false);
    }
  };
  return (
    <>
      <button
        type="button"
        aria-disabled={isReading ? "true" : undefined}
        onClick={() => {
          if (!isReading) void download();
        }}
      >
        {strings.download}
      </button>
      <span role="status" class="help">
        {note}
      </span>
      {failure !== "" && (
        <span role="alert" lang="en">
          {failure}
        </span>
      )}
    </>
  );
}

function withTexts(
  folder: DraftFolder,
  texts: ReadonlyMap<string, string> = new Map(),
): DraftFolder {
  const more = [...texts].map(([path, text]) => [path, new File([text], path)] as const);
  return { ...folder, files: new Map([...folder.files, ...more]) };
}

/** Lets the browser save bytes as a file. */
function saveAs(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(bytes);
  link.click();
  // The browser has begun to read it when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
