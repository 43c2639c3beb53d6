import type { FileFormat } from "../files/identify.ts";
import { checkPicture } from "../files/pictures/check-picture.ts";
import { readImageSize } from "../files/pictures/image-size.ts";
import type { MeasuredFiles } from "../manifest/to-record.ts";
import { type FileTree, readWhole } from "./file-tree.ts";
import { faultMessage, type InspectedFile, rejectedFile } from "./inspected-file.ts";

const pictureNames: Readonly<Record<string, string>> = {
  webp: "WebP",
  jpg: "JPEG",
  png: "PNG",
  avif: "AVIF",
};

/** A larger file isn't shown as a picture by phones. In bytes. */
const maxPictureSize = 50_000_000;

/** Decoded, a pixel has four bytes: more of them than this don't fit into a phone's memory. */
const maxPixels = 100_000_000;

/** Whether an extension is that of a picture. */
export function isPicture(extension: string): boolean {
  return Object.hasOwn(pictureNames, extension);
}

/**
 * Inspects a picture: whether it is what its name says, complete, and of a size that can be shown.
 * @param file what is known of it already
 * @param format by its first bytes
 */
export async function inspectPicture(
  tree: FileTree,
  name: string,
  path: string,
  file: MeasuredFiles,
  format: FileFormat | undefined,
): Promise<InspectedFile> {
  const { extension } = file;
  const saveAs = "save it as WebP, JPEG or PNG";
  if (format === undefined) return rejectedFile(`${name} can't be read as a picture: ${saveAs}`);
  if (format.extension !== extension) {
    const isKept = format.extension !== undefined && isPicture(format.extension);
    const expected = pictureNames[extension] ?? "a picture";
    const advice = isKept
      ? `rename it to ${name.replace(/\.[^.]*$/, `.${format.extension}`)}, in this manifest too`
      : saveAs;
    return rejectedFile(`${name} is ${format.label}, not ${expected}: ${advice}`);
  }
  if (file.size > maxPictureSize) {
    return rejectedFile(`${name} is too large for a picture: save it with fewer pixels`);
  }
  const bytes = await readWhole(tree, path);
  const fault = checkPicture(bytes, extension);
  if (fault !== undefined) return rejectedFile(faultMessage(name, fault));
  // An AVIF can only be an attachment, whose size nobody needs.
  if (extension === "avif") return { details: file, problems: [] };
  const size = readImageSize(bytes);
  if (size === undefined) return rejectedFile(`${name} has no width or no height: ${saveAs}`);
  const { width, height } = size;
  if (width * height > maxPixels) {
    return rejectedFile(`${name} has ${width} × ${height} pixels: save it with fewer`);
  }
  return { details: { ...file, width, height }, problems: [] };
}

/** Apple's podcast directory refuses other covers. In pixels. */
const minCoverSize = 1400;
const maxCoverSize = 3000;

/** Adds a warning to a podcast cover that isn't square or has another size than directories take. */
export function withCoverProblems(name: string, picture: InspectedFile): InspectedFile {
  const { width, height } = picture.details ?? {};
  if (width === undefined || height === undefined) return picture;
  if (width === height && width >= minCoverSize && width <= maxCoverSize) return picture;
  const message = `${name} has ${width} × ${height} pixels, which podcast directories refuse: save it as a square of ${minCoverSize} to ${maxCoverSize} pixels`;
  return { ...picture, problems: [...picture.problems, { severity: "warning", message }] };
}
