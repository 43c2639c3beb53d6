import { truncated } from "../../files/file-fault.ts";
import { identifyFormat, signatureLength } from "../../files/identify.ts";
import type { FileReference } from "../../manifest/files.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import { extensionOf, isExtension } from "../../records/schema/media-types.ts";
import { type ByteRange, openRanges, totalSize } from "../media/byte-ranges.ts";
import { analyzeFastStart, isMp4 } from "../media/fast-start.ts";
import { withReader } from "../media/file-reader.ts";
import { inspectMedia, isMedia } from "../media/inspect-media.ts";
import { digestOfStream } from "./digest-file.ts";
import { inspectDocument } from "./inspect-document.ts";
import { inspectPicture, isPicture } from "./inspect-picture.ts";
import { faultMessage, type InspectedFile, rejectedFile } from "./inspected-file.ts";
import { locateFile } from "./locate-file.ts";

/**
 * Inspects a file that a manifest names: whether it exists, is complete and is what its name says, and its
 * digest, size, duration and codecs. Digest and size are those of the bytes that are published
 * (`publishedRanges`).
 * @param folder the manifest's folder
 */
export async function inspectFile(
  reference: FileReference,
  folder: string,
): Promise<InspectedFile> {
  const located = await locateFile(folder, reference.name);
  if (located.path === undefined) return { details: undefined, problems: located.problems };
  const { path, realPath } = located;
  const inspected = await inspectContent(reference, realPath);
  return {
    ...inspected,
    path,
    realPath,
    problems: [...located.problems, ...inspected.problems],
  };
}

async function inspectContent(reference: FileReference, path: string): Promise<InspectedFile> {
  const { name, content } = reference;
  // The manifest's schema has reported it.
  if (!isExtension(extensionOf(name))) return { details: undefined, problems: [] };
  const start = isMp4(name) ? await analyzeFastStart(path) : undefined;
  if (start?.state === "truncated") {
    return rejectedFile(faultMessage(name, truncated(start.missing)));
  }
  const { size, format } = await withReader(path, async (reader) => {
    const bytes = await reader.read(0, Math.min(reader.size, signatureLength));
    return { size: reader.size, format: identifyFormat(bytes) };
  });
  const ranges: readonly ByteRange[] =
    start?.state === "moved" ? start.ranges : [{ file: path, start: 0, end: size }];
  const file: MeasuredFiles = {
    sha256: await digestOfStream(openRanges(ranges)),
    extension: extensionOf(name),
    size: totalSize(ranges),
  };
  if (isMedia(file.extension)) {
    return inspectMedia({ name, content, path, file, format, start });
  }
  if (content === "picture" || isPicture(file.extension)) {
    return inspectPicture(name, path, file, format);
  }
  return inspectDocument(name, path, file, format);
}
