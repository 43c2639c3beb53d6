import { staysInFolder } from "../records/file-name.ts";
import { isExtension } from "../records/schema/media-types.ts";
import type { Blob, LibraryItem } from "../records/schema/record.ts";

/**
 * A readable, unique name for each file of a record, by the file's digest: `film.mp4`, `es.vtt`,
 * `poster.webp`. A record doesn't contain file names. The record may come from a server that is up to no good:
 * the names are safe as file names, whatever it has for a language.
 * @throws TypeError if a file has an extension that the library doesn't know
 */
export function exportFileNames(item: LibraryItem): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const name = (blob: Blob, ...candidates: string[]) => {
    if (names.has(blob.sha256)) return;
    if (!isExtension(blob.extension)) throw new TypeError("A file has an unknown extension.");
    const safe = candidates.filter((candidate) => /^[a-z0-9-]+$/i.test(candidate));
    const [first = "file"] = safe;
    const free = [...safe, ...numbered(first)].find(
      (candidate) => !taken.has(`${candidate}.${blob.extension}`),
    );
    const chosen = `${free}.${blob.extension}`;
    taken.add(chosen);
    names.set(blob.sha256, chosen);
  };
  if (item.kind === "Library" && item.logo !== undefined) name(item.logo.file, "logo");
  if (item.kind === "Library" || item.kind === "Series") {
    if (item.podcastCover !== undefined) name(item.podcastCover.file, "podcast-cover");
  }
  if (item.kind === "Document") {
    // The texts name their pictures, which keep these names.
    for (const { name: own, file } of item.pictures ?? []) {
      if (!staysInFolder(own)) throw new TypeError("A picture is outside its folder.");
      names.set(file.sha256, own);
      taken.add(own);
    }
    for (const { inLanguage, file } of item.texts) name(file, inLanguage);
  }
  if (item.kind === "Episode") {
    const { audioOnly, poster, audioDescription } = item;
    for (const medium of item.video) {
      const sized = medium.height === undefined ? [] : [`film-${medium.height}p`];
      name(medium, "film", ...sized);
    }
    if (audioOnly !== undefined) name(audioOnly, "sound");
    if (poster !== undefined) name(poster.file, "poster");
    for (const { inLanguage, kind, file } of item.captions) {
      name(file, inLanguage, `${inLanguage}-${kind}`);
    }
    if (audioDescription !== undefined && "file" in audioDescription) {
      name(audioDescription.file, "description");
    }
    for (const { inLanguage, file } of item.attachments) name(file, `attachment-${inLanguage}`);
  }
  return names;
}

/** More names than any record has files. */
function numbered(base: string): string[] {
  return Array.from({ length: 2000 }, (_, index) => `${base}-${index + 2}`);
}
