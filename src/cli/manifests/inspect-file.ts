import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { nearestWord } from "../../manifest/errors/nearest.ts";
import type { FileReference } from "../../manifest/files.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import { extensionOf } from "../../records/schema/media-types.ts";
import { type ByteRange, openRanges, totalSize } from "../media/byte-ranges.ts";
import { analyzeFastStart, isMp4 } from "../media/fast-start.ts";
import { inspectMedia, truncatedMessage } from "../media/inspect-media.ts";
import { probeImage } from "../media/media-info.ts";
import { digestOfStream } from "./digest-file.ts";
import { type FoundFile, findInside } from "./find-inside.ts";
import { type InspectedFile, rejectedFile } from "./inspected-file.ts";
import { readUtf8 } from "./read-utf8.ts";

/**
 * Inspects a file that a manifest names: whether it exists and is what its name says, and its digest, size,
 * duration and codecs. Digest and size are those of the bytes that are published (`publishedRanges`).
 * @param folder the manifest's folder
 */
export async function inspectFile(
  reference: FileReference,
  folder: string,
): Promise<InspectedFile> {
  const { name } = reference;
  const found = await findInside(folder, name);
  if ("isMissing" in found) return rejectedFile(await missingFileMessage(join(folder, name), name));
  if ("reason" in found) return rejectedFile(`${name} ${found.reason}`);
  return { ...(await inspectFoundFile(reference, found)), realPath: found.realPath };
}

async function inspectFoundFile(
  reference: FileReference,
  found: FoundFile,
): Promise<InspectedFile> {
  const { name, content } = reference;
  const path = found.realPath;
  if (found.size === 0) return rejectedFile(`${name} is empty: save or copy it again`);

  const start = isMp4(name) ? await analyzeFastStart(path) : undefined;
  if (start?.state === "truncated") return rejectedFile(truncatedMessage(name, start.missing));
  if (start?.state === "noIndex") {
    return rejectedFile(
      `${name} has no index, without which it can't be played: its recording or a copy was interrupted; copy or export it again`,
    );
  }
  const wholeFile: ByteRange = { file: path, start: 0, end: found.size };
  const ranges = start?.state === "moved" ? start.ranges : [wholeFile];
  const file = {
    sha256: await digestOfStream(openRanges(ranges)),
    extension: extensionOf(name),
    size: totalSize(ranges),
  };
  if (content === "picture") return inspectPicture(name, path, file);
  if (file.extension === "md" && (await readUtf8(path)) === undefined) {
    return rejectedFile(`${name} isn't UTF-8: save it as UTF-8`);
  }
  if (content === "other") return { details: file, problems: [] };
  return inspectMedia(reference, path, file, start);
}

async function inspectPicture(
  name: string,
  path: string,
  file: MeasuredFiles,
): Promise<InspectedFile> {
  const image = await probeImage(path);
  if (image === undefined) {
    return rejectedFile(`${name} can't be read as a picture: save it as WebP, JPEG or PNG`);
  }
  const { format, width, height } = image;
  if (format !== file.extension) {
    return rejectedFile(
      `${name} is a .${format} picture: rename the file, and its name in this manifest`,
    );
  }
  return { details: { ...file, width, height }, problems: [] };
}

async function missingFileMessage(path: string, name: string): Promise<string> {
  const others = await readdir(dirname(path)).catch((): string[] => []);
  const similar = nearestWord(basename(path), others);
  const advice =
    similar === undefined ? "put it in this manifest's folder" : `did you mean ${similar}?`;
  return `the file ${name} doesn't exist: ${advice}`;
}
