/**
 * The types of file that a library stores, by extension, with the media type of each.
 * Types that can run scripts in a page (HTML, SVG) are excluded.
 */
export const mediaTypes = {
  webm: "video/webm",
  mp4: "video/mp4",
  m4a: "audio/mp4",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
  avif: "image/avif",
  vtt: "text/vtt; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
} as const;

/** Files that only the command line and the console make: the text of a PDF. A manifest doesn't name them. */
const madeTypes: readonly string[] = ["txt"];

export type Extension = keyof typeof mediaTypes;

export const extensions = Object.keys(mediaTypes) as [Extension, ...Extension[]];

/** The types of file that a manifest may name. */
export const namedExtensions = extensions.filter((extension) => !madeTypes.includes(extension));

/** Whether an extension (without its dot) is one that the library stores. */
export function isExtension(text: string): text is Extension {
  return Object.hasOwn(mediaTypes, text);
}

/** A file name's extension, in lower case and without its dot: `Guide.PDF` → `pdf`. */
export function extensionOf(fileName: string): string {
  const name = fileName.slice(fileName.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const extension = dot < 1 ? "" : name.slice(dot + 1).toLowerCase();
  return extension === "jpeg" ? "jpg" : extension;
}
