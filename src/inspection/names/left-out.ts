import type { ManifestKind } from "../../manifest/schema.ts";
import { extensionOf } from "../../records/schema/media-types.ts";
import { isFilmName, isSoundName, needsConversion } from "../media/source-names.ts";

/** A file of the folder that the new manifest doesn't use. */
export interface LeftOutFile {
  readonly file: string;
  readonly reason: string;
}

/** Why a manifest doesn't use a file, and what to do with it. */
export const leftOutReasons = {
  film: "browsers don't play films of this kind: convert it with `videoteca prepare`, or save it as MP4 in the program that made it",
  sound:
    "browsers don't play recordings of this kind: convert it with `videoteca prepare`, or save it as M4A or MP3 in the program that made it",
  captions: "captions of this kind can't be read: save them as WebVTT (.vtt) or SubRip (.srt)",
  picture: "pictures of this kind can't be published: save it as WebP, JPEG or PNG",
  document:
    "documents of this kind can't be published: save it as PDF, Word (.docx) or Markdown (.md)",
  archive: "archives can't be published: take the files out of it",
  camera: "it belongs to a camera or an editing program",
  otherFilm: "it is another film: a manifest names the files of one, as `video`",
  otherSound: "a manifest names one sound recording, as `audioOnly`",
  otherPicture: "a manifest names one picture, as `poster`",
  captionsOfNothing: "only films and sound have captions",
  attachment: "only films and sound have attachments",
  filmOfDocument: "a Document has neither films nor sound",
  unknown: "files of this kind can't be published",
} as const;

const reasonsByExtension: readonly (readonly [
  extensions: readonly string[],
  reason: keyof typeof leftOutReasons,
])[] = [
  [["scc", "ass", "ssa", "smi", "sami", "sub", "idx", "stl", "cap", "sup", "lrc"], "captions"],
  [["heic", "heif", "gif", "tif", "tiff", "bmp", "svg", "psd", "raw", "dng"], "picture"],
  [
    ["doc", "rtf", "pages", "txt", "html", "htm", "xls", "xlsx", "ppt", "pptx", "key", "epub"],
    "document",
  ],
  [["zip", "rar", "7z", "gz", "tar"], "archive"],
  [["prproj", "aep", "fcpxml", "drp", "srtproj", "xmp", "thm", "lrv"], "camera"],
  [["mp4", "webm"], "otherFilm"],
  [["m4a", "mp3", "ogg", "opus"], "otherSound"],
  [["webp", "jpg", "png"], "otherPicture"],
  [["vtt", "srt", "sbv", "ttml", "dfxp", "itt"], "captionsOfNothing"],
  [["docx", "odt", "avif"], "attachment"],
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
  if (needsConversion(name)) return leftOutReasons[isSoundName(name) ? "sound" : "film"];
  if (kind === "Series" || kind === "Library") return `a ${kind} has no such files`;
  if (kind === "Document" && (isFilmName(name) || isSoundName(name))) {
    return leftOutReasons.filmOfDocument;
  }
  const extension = extensionOf(name);
  const known = reasonsByExtension.find(([extensions]) => extensions.includes(extension));
  return leftOutReasons[known?.[1] ?? "unknown"];
}
