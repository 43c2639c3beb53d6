import type { DraftFolder } from "./folder.ts";

/** How much of a file is read at a time, in bytes. */
const windowSize = 4 * 1024 * 1024;

/** Offers a folder as a ZIP archive: its manifest and its files, which aren't compressed again. */
export async function downloadFolder({ files, manifest }: DraftFolder): Promise<void> {
  const { Zip, ZipPassThrough } = await import("fflate");
  const parts: Blob[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    parts.push(new Blob([new Uint8Array(bytes)]));
  });
  for (const [path, file] of files) {
    const entry = new ZipPassThrough(path);
    archive.add(entry);
    for (let start = 0; start < file.size; start += windowSize) {
      entry.push(new Uint8Array(await file.slice(start, start + windowSize).arrayBuffer()));
    }
    entry.push(new Uint8Array(), true);
  }
  archive.end();
  const link = document.createElement("a");
  link.download = `${manifest.slice(0, manifest.indexOf("/"))}.zip`;
  link.href = URL.createObjectURL(new Blob(parts, { type: "application/zip" }));
  link.click();
}
