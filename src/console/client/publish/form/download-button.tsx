import { useState } from "hono/jsx/dom";
import type { App } from "../context.ts";
import { type Draft, type DraftFolder, namesFile } from "./folder.ts";
import { missingFiles } from "./keep.ts";
import { zipOfFolder } from "./zip-of-folder.ts";

interface DownloadProps {
  readonly app: App;
  readonly draft: Draft;
  /** The draft as a folder. */
  readonly makeFolder: () => DraftFolder;
}

/** Downloads what the form has made, and says what is lacking in it. */
export function DownloadButton({ app: { api, strings }, draft, makeFolder }: DownloadProps) {
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState("");
  const [isReading, setIsReading] = useState(false);
  const download = async () => {
    setFailure("");
    setNote(strings.downloading);
    setIsReading(true);
    try {
      const folder = makeFolder();
      const { createLibrary } = await import("../../shared/library.ts");
      const library = createLibrary(api, location.origin);
      const archive = await zipOfFolder(draft, folder, (file) => library.readBlob(file));
      saveAs(archive, `${folder.manifest.slice(0, folder.manifest.indexOf("/"))}.zip`);
      const missing = missingFiles(draft).filter((name) => namesFile(draft.value, name));
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

/** Lets the browser save bytes as a file. */
function saveAs(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(bytes);
  link.click();
  // The browser has begun to read it when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
