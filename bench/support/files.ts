import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateWork } from "../library/works.ts";

/** Writes a file that is a PDF by its first and last bytes, with random bytes between. @returns its SHA-256 */
export async function writeLargePdf(path: string, size: number): Promise<string> {
  const file = await open(path, "w");
  const hash = createHash("sha256");
  const end = "\n%%EOF\n";
  const write = async (bytes: Buffer) => {
    hash.update(bytes);
    await file.write(bytes);
  };
  await write(Buffer.from("%PDF-1.7\n"));
  for (let left = size - 9 - end.length; left > 0; left -= 1_000_000) {
    await write(randomBytes(Math.min(left, 1_000_000)));
  }
  await write(Buffer.from(end));
  await file.close();
  return hash.digest("hex");
}

/** Writes a document's manifest with a text that is generated, in a folder of its own. */
export async function writeDocument(folder: string, number: number): Promise<void> {
  const slug = `paper-${number}`;
  // Every fourth generated work is a document.
  const { files } = await generateWork(4 * number + 3, 2, { languages: ["en"] });
  await mkdir(join(folder, slug), { recursive: true });
  for (const { bytes } of files) await writeFile(join(folder, slug, "en.md"), bytes);
  const manifest = `kind: Document\nslug: ${slug}\ninLanguage: en\nstatus: published\ndatePublished: 2026-01-01\nname: { en: Paper ${number} }\ntexts: [{ inLanguage: en, file: en.md }]\n`;
  await writeFile(join(folder, slug, "document.yaml"), manifest);
}
