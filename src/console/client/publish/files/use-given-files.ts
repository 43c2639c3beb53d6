import { useEffect, useRef } from "hono/jsx/dom";
import type { GivenFiles } from "./browser-files.ts";
import { filesOfDrop } from "./given.ts";

/**
 * Takes files that are dropped anywhere on the page, or pasted. A browser would open them in place of the page.
 * @param onFiles undefined if they are of no use now
 */
export function useGivenFiles(onFiles?: (files: Promise<GivenFiles>) => void): void {
  // The listeners stay, and call what was drawn last.
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    };
    const take = (event: Event, data: DataTransfer | null) => {
      if (data === null || ![...data.items].some(({ kind }) => kind === "file")) return;
      event.preventDefault();
      latest.current?.(filesOfDrop(data.items));
    };
    const takeDropped = (event: DragEvent) => take(event, event.dataTransfer);
    const takePasted = (event: ClipboardEvent) => {
      // Word and spreadsheets copy a picture of the text with it.
      const isText =
        event.target instanceof Element &&
        event.target.matches("input, textarea") &&
        event.clipboardData?.types.includes("text/plain") === true;
      if (!isText) take(event, event.clipboardData);
    };
    addEventListener("dragover", allow);
    addEventListener("drop", takeDropped);
    addEventListener("paste", takePasted);
    return () => {
      removeEventListener("dragover", allow);
      removeEventListener("drop", takeDropped);
      removeEventListener("paste", takePasted);
    };
  }, []);
}
