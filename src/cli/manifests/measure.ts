import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { nearestWord } from "../../manifest/errors/nearest.ts";
import type { FileReference } from "../../manifest/files.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import { extensionOf } from "../../records/schema/media-types.ts";
import { type BytePart, openParts, totalSize } from "../media/byte-ranges.ts";
import { fastStart, hasBoxes } from "../media/fast-start.ts";
import { cutOff, measureMedium } from "../media/measure-medium.ts";
import { probeImage } from "../media/probe.ts";
import { digestOfStream } from "./digest-file.ts";
import { failed, type MeasuredFile } from "./finding.ts";
import { readText } from "./read-text.ts";

export type { Finding, MeasuredFile } from "./finding.ts";

/** Looks at a file: is it there, is it what its name says, its digest, size, length and codecs. */
export async function measureFile(reference: FileReference, folder: string): Promise<MeasuredFile> {
  const { name, content } = reference;
  const path = join(folder, name);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return failed(await missing(path, name));
  if (!found.isFile()) return failed(`${name} is a folder: name a file`);
  if (found.size === 0) return failed(`${name} is empty: was it saved whole?`);

  const start = hasBoxes(name) ? await fastStart(path) : undefined;
  if (start?.state === "cut") return failed(cutOff(name, start.missing));
  if (start?.state === "unfinished") {
    return failed(
      `${name} has no index, without which nothing can play it: its recording or a copy was cut off; copy or export it again`,
    );
  }
  const whole: BytePart = { file: path, start: 0, end: found.size };
  const pieces = start?.state === "moved" ? start.pieces : [whole];
  const file = {
    sha256: await digestOfStream(openParts(pieces)),
    extension: extensionOf(name),
    size: totalSize(pieces),
  };
  if (content === "picture") return measurePicture(name, path, file);
  if (file.extension === "md" && (await readText(path)) === undefined) {
    return failed(`${name} isn't UTF-8: save it as UTF-8`);
  }
  if (content === "other") return { measured: file, findings: [] };
  return measureMedium(reference, path, file, start);
}

async function measurePicture(
  name: string,
  path: string,
  file: MeasuredFiles,
): Promise<MeasuredFile> {
  const size = await probeImage(path);
  if (size === undefined) {
    return failed(`${name} can't be read as a picture: save it as WebP, JPEG or PNG`);
  }
  if (size.format !== file.extension) {
    return failed(`${name} holds a .${size.format} picture: rename it, here and in the folder`);
  }
  return { measured: { ...file, width: size.width, height: size.height }, findings: [] };
}

async function missing(path: string, name: string): Promise<string> {
  const others = await readdir(dirname(path)).catch((): string[] => []);
  const near = nearestWord(basename(path), others);
  const advice = near === undefined ? "put it beside this manifest" : `did you mean ${near}?`;
  return `the file ${name} isn't there: ${advice}`;
}
