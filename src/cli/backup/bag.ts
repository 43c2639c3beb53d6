import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { CliError } from "../cli-error.ts";
import { digestOfFile } from "../manifests/digest-file.ts";

/** BagIt 1.0 (RFC 8493): a folder of files with their digests, which any BagIt validator can check. */

const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const payloadManifest = "manifest-sha256.txt";
const tagManifest = "tagmanifest-sha256.txt";

/** The folder of a bag that contains the files themselves. */
export const payloadFolder = "data";

/** Writes a file of a bag, and creates its folders. @param path relative to the bag */
export async function writeBagFile(bag: string, path: string, text: string): Promise<void> {
  const file = join(bag, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/**
 * Turns a folder with a complete payload into a bag: writes the declaration, the manifests and bag-info.txt.
 * @param info labels and values for bag-info.txt, in order (RFC 8493 §2.2.2)
 * @returns the number and the total size of the payload's files
 */
export async function completeBag(
  bag: string,
  info: readonly (readonly [string, string])[],
): Promise<{ files: number; bytes: number }> {
  const files = await listFiles(join(bag, payloadFolder));
  const lines: string[] = [];
  let bytes = 0;
  for (const file of files) {
    bytes += (await stat(file)).size;
    lines.push(formatLine(await digestOfFile(file), relative(bag, file)));
  }
  const allInfo = [...info, ["Payload-Oxum", `${bytes}.${files.length}`] as const];
  const infoLines = allInfo.map(([label, value]) => `${label}: ${value.replace(/\s+/g, " ")}\n`);
  await writeFile(join(bag, "bagit.txt"), declaration);
  await writeFile(join(bag, "bag-info.txt"), infoLines.join(""));
  await writeFile(join(bag, payloadManifest), lines.join(""));
  const tagLines = await Promise.all(
    ["bagit.txt", "bag-info.txt", payloadManifest].map(async (name) =>
      formatLine(await digestOfFile(join(bag, name)), name),
    ),
  );
  await writeFile(join(bag, tagManifest), tagLines.join(""));
  return { files: files.length, bytes };
}

/**
 * Checks that a bag is complete and unchanged: every listed file exists and has its digest, and the payload
 * has no other files.
 * @throws CliError with the files that are wrong
 */
export async function checkBag(bag: string): Promise<void> {
  const declared = await readFile(join(bag, "bagit.txt"), "utf8").catch(() => undefined);
  if (declared === undefined) {
    throw new CliError(`${bag} isn't a bag: it has no bagit.txt. Name a folder that export made.`);
  }
  const errors: string[] = [];
  const listed = new Set<string>();
  for (const name of [tagManifest, payloadManifest]) {
    for (const { digest, path } of await readBagManifest(bag, name)) {
      listed.add(join(path));
      const actual = await digestOfFile(join(bag, path)).catch(() => undefined);
      if (actual === undefined) errors.push(`${path} is missing`);
      else if (actual !== digest) errors.push(`${path} was changed`);
    }
  }
  for (const file of await listFiles(join(bag, payloadFolder))) {
    const path = relative(bag, file);
    if (!listed.has(path)) errors.push(`${path} isn't in ${payloadManifest}`);
  }
  if (errors.length > 0) {
    throw new CliError(
      `The bag ${bag} is damaged:\n${errors.map((error) => `  ${error}`).join("\n")}`,
    );
  }
}

async function readBagManifest(
  bag: string,
  name: string,
): Promise<{ digest: string; path: string }[]> {
  const text = await readFile(join(bag, name), "utf8").catch(() => {
    throw new CliError(`The bag ${bag} is damaged: ${name} is missing. Export it again.`);
  });
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [, digest = "", path = ""] = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line) ?? [];
    const isInside = path !== "" && !path.split("/").includes("..") && !path.startsWith("/");
    if (!isInside) throw new CliError(`${join(bag, name)} has an invalid line: ${line}`);
    return { digest: digest.toLowerCase(), path: unescapePath(path) };
  });
}

/** A line of a manifest. Line breaks and percent signs in names are escaped (RFC 8493 §2.1.3). */
function formatLine(digest: string, path: string): string {
  const escaped = path.replace(/[%\r\n]/g, (char) => encodeURIComponent(char));
  return `${digest}  ${escaped.split(sep).join("/")}\n`;
}

function unescapePath(path: string): string {
  return path.replace(/%(25|0A|0D)/gi, (escaped) => decodeURIComponent(escaped));
}

/** All files of a folder and its subfolders, sorted; none if the folder doesn't exist. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
