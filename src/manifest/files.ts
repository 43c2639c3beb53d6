import type { Manifest } from "./schema.ts";

/** The type of a file, which decides how it is measured. */
export type FileContent = "film" | "sound" | "medium" | "picture" | "captions" | "other";

/** A reference to a file in a manifest. */
export interface FileReference {
  readonly name: string;
  readonly content: FileContent;
  /** The path of the field: `["video", 0, "file"]`. */
  readonly path: readonly (string | number)[];
  /** The language of captions, for checks of their reading speed. */
  readonly language?: string;
}

/** Every reference to a file in a manifest, in the order of its fields. */
export function filesOf(manifest: Manifest): FileReference[] {
  if (manifest.kind === "Document") {
    return manifest.texts.map(({ file }, index) => reference(file, "other", "texts", index));
  }
  if (manifest.kind === "Library") {
    return manifest.logo === undefined ? [] : [reference(manifest.logo.file, "picture", "logo")];
  }
  if (manifest.kind !== "Episode") return [];
  const { audioOnly, poster, audioDescription } = manifest;
  const found = manifest.video.map(({ file }, index) => reference(file, "film", "video", index));
  if (audioOnly !== undefined) found.push(reference(audioOnly.file, "sound", "audioOnly"));
  if (poster !== undefined) found.push(reference(poster.file, "picture", "poster"));
  for (const [index, { file, inLanguage }] of manifest.captions.entries()) {
    found.push({ ...reference(file, "captions", "captions", index), language: inLanguage });
  }
  if (audioDescription?.mode === "track") {
    const language = audioDescription.inLanguage ?? manifest.inLanguage;
    found.push({ ...reference(audioDescription.file, "captions", "audioDescription"), language });
  }
  if (audioDescription?.mode === "file") {
    found.push(reference(audioDescription.file, "medium", "audioDescription"));
  }
  for (const [index, { file }] of manifest.attachments.entries()) {
    found.push(reference(file, "other", "attachments", index));
  }
  return found;
}

function reference(
  name: string,
  content: FileContent,
  ...path: (string | number)[]
): FileReference {
  return { name, content, path: [...path, "file"] };
}
