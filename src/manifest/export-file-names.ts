import type { Blob, LibraryItem } from "../records/schema/record.ts";

/**
 * A readable name for each file of a record, as a manifest would have it: `film.mp4`, `es.vtt`,
 * `poster.webp`. By digest, since a record knows no names; each is used once.
 */
export function exportFileNames(item: LibraryItem): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const name = (blob: Blob, ...wishes: string[]) => {
    if (names.has(blob.sha256)) return;
    const [first = "file"] = wishes;
    const free = [...wishes, ...numbered(first)].find(
      (wish) => !taken.has(`${wish}.${blob.extension}`),
    );
    const chosen = `${free}.${blob.extension}`;
    taken.add(chosen);
    names.set(blob.sha256, chosen);
  };
  if (item.kind === "Library" && item.logo !== undefined) name(item.logo.file, "logo");
  if (item.kind === "Document") {
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
function numbered(wish: string): string[] {
  return Array.from({ length: 2000 }, (_, index) => `${wish}-${index + 2}`);
}
