import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { validateXML, type XMLFileInfo } from "xmllint-wasm";

/** Validation by the schemas of schemas/README.md, with libxml. */

const folder = join(import.meta.dirname, "schemas");
const sitemapPackage = dirname(createRequire(import.meta.url).resolve("sitemap/package.json"));

async function readSchemas(): Promise<XMLFileInfo[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:xsd|rng)$/.test(name));
  const files = [
    ...names.map((name) => join(folder, name)),
    join(sitemapPackage, "schema/sitemap.xsd"),
  ];
  return Promise.all(
    files.map(async (file) => ({
      fileName: basename(file),
      contents: await readFile(file, "utf8"),
    })),
  );
}

/**
 * What is wrong with some documents by a schema, with the document's name and its line.
 * @param documents XML by any name
 * @param schema the name of a file in schemas/
 */
export async function findErrors(
  documents: ReadonlyMap<string, string>,
  schema: string,
): Promise<string[]> {
  const schemas = await readSchemas();
  const names = [...documents.keys()];
  const { errors } = await validateXML({
    // libxml takes names of files as options.
    xml: names.map((name, index) => ({
      fileName: `${index}.xml`,
      contents: documents.get(name) ?? "",
    })),
    schema: schemas.filter(({ fileName }) => fileName === schema),
    extension: schema.endsWith(".rng") ? "relaxng" : "schema",
    preload: schemas.filter(({ fileName }) => fileName !== schema),
  });
  return errors.map(({ rawMessage }) =>
    rawMessage.replace(/^(\d+)\.xml/, (_, index) => names[Number(index)] ?? ""),
  );
}
