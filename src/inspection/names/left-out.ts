import type { ManifestKind } from "../../manifest/schema.ts";
import { extensionOf } from "../../records/schema/media-types.ts";
import { isFilmName, isSoundName, needsConversion } from "../media/source-names.ts";

/** A file of the folder that the new manifest doesn't use. */
export interface LeftOutFile {
  readonly file: string;
  readonly reason: string;
}

/** What to do with files that can't be published as they are. */
const advice: readonly (readonly [extensions: readonly string[], reason: string])[] = [
  [
    ["scc", "ass", "ssa", "smi", "sami", "sub", "idx", "stl", "cap", "sup", "lrc"],
    "captions of this kind can't be read: save them as WebVTT (.vtt) or SubRip (.srt)",
  ],
  [
    ["heic", "heif", "gif", "tif", "tiff", "bmp", "svg", "psd", "raw", "dng"],
    "pictures of this kind can't be published: save it as WebP, JPEG or PNG",
  ],
  [
    ["doc", "rtf", "pages", "txt", "html", "htm", "xls", "xlsx", "ppt", "pptx", "key", "epub"],
    "documents of this kind can't be published: save it as PDF, Word (.docx) or Markdown (.md)",
  ],
  [["zip", "rar", "7z", "gz", "tar"], "archives can't be published: take the files out of it"],
  [
    ["prproj", "aep", "fcpxml", "drp", "srtproj", "xmp", "thm", "lrv"],
    "it belongs to a camera or an editing program",
  ],
  [["mp4", "webm"], "it is another film: a manifest names the files of one, as `video`"],
  [["m4a", "mp3", "ogg", "opus"], "a manifest names one sound recording, as `audioOnly`"],
  [["webp", "jpg", "png"], "a manifest names one picture, as `poster`"],
  [["vtt", "srt", "sbv", "ttml", "dfxp", "itt"], "only films and sound have captions"],
  [["docx", "odt", "avif"], "only films and sound have attachments"],
];

/**
 * Lists the files that a new manifest doesn't use, with the reasons.
 * @param names the files of the folder
 * @param used those that the manifest names
 * @param manifest its text, in which files that need a decision are comments
 */
export function listLeftOut(
  names: readonly string[],
  used: ReadonlySet<string>,
  manifest: string,
  kind: ManifestKind,
): LeftOutFile[] {
  return names
    .filter((name) => !name.startsWith(".") && !used.has(name) && !/\.ya?ml$/i.test(name))
    .toSorted()
    .map((file) => {
      const isComment = manifest.includes(JSON.stringify(file));
      const reason = isComment
        ? "it is in a comment in the manifest: complete that line, or delete it"
        : leftOutReason(file, kind);
      return { file, reason };
    });
}

/** Why a manifest of a kind doesn't use a file, and what to do with it. */
export function leftOutReason(name: string, kind: ManifestKind): string {
  if (needsConversion(name)) {
    const what = isSoundName(name) ? "recordings" : "films";
    return `browsers don't play ${what} of this kind: convert it with \`videoteca prepare\`, or save it as ${isSoundName(name) ? "M4A or MP3" : "MP4"} in the program that made it`;
  }
  if (kind === "Series" || kind === "Library") return `a ${kind} has no such files`;
  if (kind === "Document" && (isFilmName(name) || isSoundName(name))) {
    return "a Document has neither films nor sound";
  }
  const extension = extensionOf(name);
  const known = advice.find(([extensions]) => extensions.includes(extension));
  return known?.[1] ?? "files of this kind can't be published";
}
