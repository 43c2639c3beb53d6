import { createHash, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * Writes a document whose texts are files with random bytes, which no library has yet.
 * @param sizes the texts' sizes in bytes, by language
 * @returns its folder, and the digests of its files
 */
export async function writeDocument(folder: string, slug: string, sizes: Record<string, number>) {
  const documentFolder = join(folder, slug);
  await mkdir(documentFolder);
  const digests: string[] = [];
  for (const [language, size] of Object.entries(sizes)) {
    const bytes = randomBytes(size);
    // `check` looks for a PDF's signature and its end.
    bytes.write("%PDF-1.7\n");
    bytes.write("\n%%EOF\n", size - 7);
    digests.push(digestOf(bytes));
    await writeFile(join(documentFolder, `${language}.pdf`), bytes);
  }
  const texts = Object.keys(sizes).map((lang) => `  - { inLanguage: ${lang}, file: ${lang}.pdf }`);
  const manifest = `kind: Document
slug: ${slug}
inLanguage: en
status: published
datePublished: 2026-01-01
name: { en: A large document }
texts:
${texts.join("\n")}
`;
  await writeFile(join(documentFolder, "document.yaml"), manifest);
  return { folder: documentFolder, digests };
}

/**
 * Downloads a file from a library.
 * @param token a staff token, for a file that isn't public
 * @returns the digest of its bytes; undefined if there is no such file
 */
export async function downloadedDigest(
  url: string,
  sha256: string,
  token?: string,
): Promise<string | undefined> {
  const response =
    token === undefined
      ? await fetch(`${url}/media/${sha256}.pdf`)
      : await fetch(`${url}/api/v1/staff/blobs/${sha256}.pdf`, {
          headers: { Authorization: `Bearer ${token}` },
        });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return response.ok ? digestOf(bytes) : undefined;
}
