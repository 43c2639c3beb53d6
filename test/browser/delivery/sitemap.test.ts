import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { parseSitemap } from "sitemap";
import { expect, test } from "vitest";
import { validateXML, type XMLFileInfo } from "xmllint-wasm";
import { useLibrary } from "../support/library.ts";

/** The sitemap of the shipped library by its published schema (schemas/README.md), with libxml, and as others read it. */

// A library of its own: other tests publish works beside those of the shared one.
const library = useLibrary();

const folder = join(import.meta.dirname, "schemas");
const sitemapPackage = dirname(createRequire(import.meta.url).resolve("sitemap/package.json"));

async function readSchemas(): Promise<XMLFileInfo[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".xsd"));
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

/** @returns what is wrong, with its line */
async function findErrors(sitemap: string): Promise<string[]> {
  const schemas = await readSchemas();
  const { errors } = await validateXML({
    xml: { fileName: "answer.xml", contents: sitemap },
    schema: schemas.filter(({ fileName }) => fileName === "sitemaps.xsd"),
    preload: schemas.filter(({ fileName }) => fileName !== "sitemaps.xsd"),
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

test("the sitemap is valid by its schema, and the package sitemap reads every page of it", async () => {
  const response = await fetch(`${library().url}/sitemap.xml`);
  const sitemap = await response.text();
  expect(await findErrors(sitemap)).toEqual([]);
  expect(await findErrors(sitemap.replace("<loc>", "<loc>x</loc><loc>"))).not.toEqual([]);
  const pages = await parseSitemap(Readable.from([sitemap]));
  expect(pages.length).toBe(sitemap.match(/<loc>/g)?.length);
  const films = pages.filter(({ video }) => video.length > 0);
  expect(films.length).toBeGreaterThan(1);
  expect(pages.every(({ links }) => links.some(({ lang }) => lang === "x-default"))).toBe(true);
});
