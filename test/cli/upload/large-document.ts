import { createHash, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * Writes a document whose texts are files of some sizes, as nobody had them before.
 * @param sizes by language, in bytes
 * @returns its folder, and the digests of its files
 */
export async function documentOf(folder: string, slug: string, sizes: Record<string, number>) {
  const place = join(folder, slug);
  await mkdir(place);
  const digests: string[] = [];
  for (const [language, size] of Object.entries(sizes)) {
    const bytes = randomBytes(size);
    digests.push(digestOf(bytes));
    await writeFile(join(place, `${language}.pdf`), bytes);
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
  await writeFile(join(place, "document.yaml"), manifest);
  return { place, digests };
}

/** The digest of what a library serves as this file; undefined where it has none. */
export async function served(url: string, sha256: string): Promise<string | undefined> {
  const response = await fetch(`${url}/media/${sha256}.pdf`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return response.ok ? digestOf(bytes) : undefined;
}
