import { truncated } from "../files/file-fault.ts";
import { identifyFormat, signatureLength } from "../files/identify.ts";
import type { FileReference } from "../manifest/files.ts";
import type { MeasuredFiles } from "../manifest/to-record.ts";
import { extensionOf, isExtension } from "../records/schema/media-types.ts";
import { inspectDocument } from "./documents/inspect-document.ts";
import { inspectPdfText, measureText } from "./documents/inspect-pdf-text.ts";
import type { FileTree } from "./file-tree.ts";
import { inspectPicture, isPicture, withCoverProblems } from "./inspect-picture.ts";
import { faultMessage, type InspectedFile, rejectedFile } from "./inspected-file.ts";
import { locateFile } from "./locate-file.ts";
import { type ByteRange, totalSize } from "./media/byte-ranges.ts";
import { analyzeFastStart, isMp4 } from "./media/fast-start.ts";
import { inspectMedia, isMedia } from "./media/inspect-media.ts";

/**
 * Inspects a file that a manifest names: whether it exists, is complete and is what its name says, and its
 * digest, size, duration and codecs. Digest and size are those of the bytes that are published
 * (`publishedRanges`).
 * @param folder the manifest's folder
 */
export async function inspectFile(
  tree: FileTree,
  reference: FileReference,
  folder: string,
): Promise<InspectedFile> {
  const known = tree.known?.(tree.join(folder, reference.name));
  if (known !== undefined) return { details: known, problems: [] };
  const located = await locateFile(tree, folder, reference.name);
  if (located.path === undefined) return { details: undefined, problems: located.problems };
  const { path, realPath } = located;
  const inspected = await inspectContent(tree, reference, realPath);
  return {
    ...inspected,
    path,
    realPath,
    problems: [...located.problems, ...inspected.problems],
  };
}

async function inspectContent(
  tree: FileTree,
  reference: FileReference,
  path: string,
): Promise<InspectedFile> {
  const { name, content } = reference;
  // The manifest's schema has reported it.
  if (!isExtension(extensionOf(name))) return { details: undefined, problems: [] };
  const start = isMp4(name) ? await analyzeFastStart(tree, path) : undefined;
  if (start?.state === "truncated") {
    return rejectedFile(faultMessage(name, truncated(start.missing)));
  }
  const { size, format } = await tree.read(path, async (reader) => {
    const bytes = await reader.read(0, Math.min(reader.size, signatureLength));
    return { size: reader.size, format: identifyFormat(bytes) };
  });
  const ranges: readonly ByteRange[] =
    start?.state === "moved" ? start.ranges : [{ file: path, start: 0, end: size }];
  const file: MeasuredFiles = {
    sha256: await tree.digest(ranges),
    extension: extensionOf(name),
    size: totalSize(ranges),
  };
  if (isMedia(file.extension)) {
    return inspectMedia(tree, { name, content, path, file, format, start });
  }
  if (content === "picture" || isPicture(file.extension)) {
    const picture = await inspectPicture(tree, name, path, file, format);
    return reference.path[0] === "podcastCover" ? withCoverProblems(name, picture) : picture;
  }
  const document = await inspectDocument(tree, name, path, file, format);
  if (reference.isSearchedPdf !== true || document.details === undefined) return document;
  const isAttachment = reference.path[0] === "attachments";
  const { text, problems } = await inspectPdfText(tree, name, path, size, isAttachment);
  const extractedText = text === undefined ? undefined : await measureText(text);
  return {
    details: { ...document.details, ...(extractedText && { extractedText }) },
    problems: [...document.problems, ...problems],
    extractedText: text,
  };
}
