import { lstat, readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { CliError } from "../cli-error.ts";
import { digestOfFile, digestOfText } from "../manifests/digest-file.ts";
import { writePrivateFile } from "./private-files.ts";

/** BagIt 1.0 (RFC 8493): a folder of files with their digests, which any BagIt validator can check. */

const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const payloadManifest = "manifest-sha256.txt";
const tagManifest = "tagmanifest-sha256.txt";

/** The folder of a bag that contains the files themselves. */
export const payloadFolder = "data";

/** The files beside it, in the order in which a new version replaces them. */
export const tagFiles = ["bagit.txt", "bag-info.txt", payloadManifest, tagManifest] as const;

/** Labels and values of bag-info.txt, in order (RFC 8493 §2.2.2). */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** A file of a bag. */
export interface BagFile {
  /** From the bag's folder, with slashes: `data/blobs/….vtt`. */
  readonly path: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Writes the files that make a folder with some payload files a bag. */
export async function writeTagFiles(
  folder: string,
  payload: readonly BagFile[],
  info: BagInfo,
): Promise<void> {
  const bytes = payload.reduce((sum, { size }) => sum + size, 0);
  const allInfo = [...info, ["Payload-Oxum", `${bytes}.${payload.length}`] as const];
  const lines = payload.map(({ path, sha256 }) => formatLine(sha256, path)).sort(byPath);
  const texts: Record<string, string> = {
    "bagit.txt": declaration,
    "bag-info.txt": allInfo
      .map(([label, value]) => `${label}: ${value.replace(/\s+/g, " ")}\n`)
      .join(""),
    [payloadManifest]: lines.join(""),
  };
  texts[tagManifest] = Object.entries(texts)
    .map(([name, text]) => formatLine(digestOfText(text), name))
    .join("");
  for (const [name, text] of Object.entries(texts)) {
    await writePrivateFile(join(folder, name), text);
  }
}

/** Whether a folder declares itself a bag. */
export async function isBag(folder: string): Promise<boolean> {
  const found = await lstat(join(folder, "bagit.txt")).catch(() => undefined);
  return found?.isFile() ?? false;
}

/** Reads bag-info.txt; a value may go on in lines that begin with a space. Labels in lower case. */
export async function readBagInfo(bag: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(bag, "bag-info.txt"), "utf8").catch(() => "");
  const lines = text.replace(/(\r\n|\r|\n)[ \t]+/g, " ").split(/\r\n|\r|\n/);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, label, value = ""] = /^([^:\s][^:]*?)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
      return label === undefined ? [] : [[label.toLowerCase(), value.trim()]];
    }),
  );
}

/**
 * Checks that a bag is complete and unchanged: every listed file exists and has its digest, and the payload
 * has no other files.
 * @param name the bag's path as the person wrote it, for messages
 * @throws CliError with the files that are wrong
 */
export async function checkBag(bag: string, name = bag): Promise<void> {
  if (!(await isBag(bag))) {
    throw new CliError(`${name} isn't a bag: it has no bagit.txt. Name a folder that export made.`);
  }
  const errors: string[] = [];
  const payload = await listPayload(bag);
  const listed = new Set<string>();
  for (const list of [tagManifest, payloadManifest]) {
    for (const { sha256, path } of await readManifestOfBag(bag, list)) {
      listed.add(path);
      const actual = await digestOfFile(join(bag, path)).catch(() => undefined);
      if (actual === undefined) errors.push(`${path} is missing`);
      else if (actual !== sha256) errors.push(`${path} was changed`);
    }
  }
  for (const path of payload) {
    if (!listed.has(path)) errors.push(`${path} isn't in ${payloadManifest}`);
  }
  if (errors.length > 0) {
    throw new CliError(
      `The bag ${name} is damaged:\n${errors.map((error) => `  ${error}`).join("\n")}`,
    );
  }
}

/** The payload files that a bag's manifest lists, with their digests. */
export function readPayloadManifest(bag: string): Promise<Omit<BagFile, "size">[]> {
  return readManifestOfBag(bag, payloadManifest);
}

/**
 * The paths of all payload files, sorted; none if there is no payload.
 * @throws CliError if there is anything else than files and folders: what a link leads to isn't in the bag
 */
export async function listPayload(bag: string): Promise<string[]> {
  const folder = join(bag, payloadFolder);
  const found = await lstat(folder).catch(() => undefined);
  if (found === undefined) return [];
  const entries = found.isDirectory()
    ? await readdir(folder, { withFileTypes: true, recursive: true })
    : [];
  const other = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (other !== undefined || !found.isDirectory()) {
    const path = other === undefined ? folder : join(other.parentPath, other.name);
    throw new CliError(
      `${path} is a symbolic link, a pipe or a device: a bag has only files. Remove it, or use another folder.`,
    );
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(bag, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

async function readManifestOfBag(bag: string, name: string): Promise<Omit<BagFile, "size">[]> {
  const text = await readFile(join(bag, name), "utf8").catch(() => {
    throw new CliError(`The bag ${bag} is damaged: ${name} is missing. Export it again.`);
  });
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [, digest = "", path = ""] = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line) ?? [];
    const isInside = /^[^/\\]/.test(path) && !path.split(/[/\\]/).includes("..");
    if (!isInside) throw new CliError(`${join(bag, name)} has an invalid line: ${line}`);
    return { sha256: digest.toLowerCase(), path: unescapePath(path).replace(/^(\.\/+)+/, "") };
  });
}

/** A line of a manifest. Line breaks and percent signs in names are escaped (RFC 8493 §2.1.3). */
function formatLine(digest: string, path: string): string {
  return `${digest}  ${path.replace(/[%\r\n]/g, (char) => encodeURIComponent(char))}\n`;
}

/** Sorts manifest lines by what follows the digest. */
function byPath(one: string, other: string): number {
  return one.slice(64) < other.slice(64) ? -1 : 1;
}

function unescapePath(path: string): string {
  return path.replace(/%(25|0A|0D)/gi, (escaped) => decodeURIComponent(escaped));
}
