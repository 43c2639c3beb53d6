import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { CliError } from "../cli-error.ts";
import { digestOfFile } from "../manifests/digest-file.ts";

/** BagIt 1.0 (RFC 8493): a folder of files with their digests, which any validator can check. */

const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const payload = "manifest-sha256.txt";
const tags = "tagmanifest-sha256.txt";

/** Where in a bag the files themselves lie. */
export const payloadFolder = "data";

/** Writes a file of a bag, with the folders it needs. */
export async function writeBagFile(bag: string, path: string, text: string): Promise<void> {
  const file = join(bag, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/**
 * Makes a folder whose payload is complete into a bag: writes its declaration, its manifests and what
 * it says of itself.
 * @param info labels and values for bag-info.txt, in their order (RFC 8493 §2.2.2)
 */
export async function completeBag(
  bag: string,
  info: readonly (readonly [string, string])[],
): Promise<{ files: number; bytes: number }> {
  const files = await filesIn(join(bag, payloadFolder));
  const lines: string[] = [];
  let bytes = 0;
  for (const file of files) {
    bytes += (await stat(file)).size;
    lines.push(line(await digestOfFile(file), relative(bag, file)));
  }
  const oxum: [string, string] = ["Payload-Oxum", `${bytes}.${files.length}`];
  const said = [...info, oxum].map(([label, value]) => `${label}: ${value.replace(/\s+/g, " ")}\n`);
  await writeFile(join(bag, "bagit.txt"), declaration);
  await writeFile(join(bag, "bag-info.txt"), said.join(""));
  await writeFile(join(bag, payload), lines.join(""));
  const described = await Promise.all(
    ["bagit.txt", "bag-info.txt", payload].map(async (name) =>
      line(await digestOfFile(join(bag, name)), name),
    ),
  );
  await writeFile(join(bag, tags), described.join(""));
  return { files: files.length, bytes };
}

/**
 * Checks that a bag is whole: every file is there, none is there beside them, and all have their digests.
 * @throws Stop where it isn't; it names the files
 */
export async function checkBag(bag: string): Promise<void> {
  const declared = await readFile(join(bag, "bagit.txt"), "utf8").catch(() => undefined);
  if (declared === undefined) {
    throw new CliError(`${bag} is no bag: it has no bagit.txt. Name a folder that export made.`);
  }
  const wrong: string[] = [];
  const named = new Set<string>();
  for (const name of [tags, payload]) {
    for (const { digest, path } of await readManifest(bag, name)) {
      named.add(join(path));
      const found = await digestOfFile(join(bag, path)).catch(() => undefined);
      if (found === undefined) wrong.push(`${path} is missing`);
      else if (found !== digest) wrong.push(`${path} was changed`);
    }
  }
  for (const file of await filesIn(join(bag, payloadFolder))) {
    if (!named.has(relative(bag, file))) wrong.push(`${relative(bag, file)} isn't in ${payload}`);
  }
  if (wrong.length > 0) {
    throw new CliError(
      `The bag ${bag} isn't whole:\n${wrong.map((what) => `  ${what}`).join("\n")}`,
    );
  }
}

async function readManifest(
  bag: string,
  name: string,
): Promise<{ digest: string; path: string }[]> {
  const text = await readFile(join(bag, name), "utf8").catch(() => {
    throw new CliError(`The bag ${bag} isn't whole: ${name} is missing. Export it again.`);
  });
  const lines = text.split(/\r\n|\r|\n/).filter((entry) => entry.trim() !== "");
  return lines.map((entry) => {
    const [, digest = "", path = ""] = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(entry) ?? [];
    const isInside = path !== "" && !path.split("/").includes("..") && !path.startsWith("/");
    if (!isInside) throw new CliError(`${join(bag, name)} has a line that can't be read: ${entry}`);
    return { digest: digest.toLowerCase(), path: decode(path) };
  });
}

/** A line of a manifest; line breaks and percent signs in names are escaped (RFC 8493 §2.1.3). */
function line(digest: string, path: string): string {
  const escaped = path.replace(/[%\r\n]/g, (char) => encodeURIComponent(char));
  return `${digest}  ${escaped.split(sep).join("/")}\n`;
}

const decode = (path: string) =>
  path.replace(/%(25|0A|0D)/gi, (escaped) => decodeURIComponent(escaped));

/** Every file under a folder, in the alphabet's order; none where there is no such folder. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
