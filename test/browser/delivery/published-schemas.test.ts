import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { parseSitemap } from "sitemap";
import { expect, test } from "vitest";
import { validateXML, type XMLFileInfo } from "xmllint-wasm";
import { useLibrary } from "../support/library.ts";

/** Answers of the shipped library by the published schemas of their formats (schemas/README.md), with libxml. */

// A library of its own: other tests publish works beside those of the shared one.
const library = useLibrary();

const folder = join(import.meta.dirname, "schemas");
const ofSitemaps = join(
  dirname(createRequire(import.meta.url).resolve("sitemap/package.json")),
  "schema/sitemap.xsd",
);

async function schemas(): Promise<XMLFileInfo[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".xsd"));
  const files = [...names.map((name) => join(folder, name)), ofSitemaps];
  return Promise.all(
    files.map(async (file) => ({
      fileName: file.slice(dirname(file).length + 1),
      // Nothing is fetched: W3C's schema of `xml:lang` is replaced by ours.
      contents: (await readFile(file, "utf8")).replace("http://www.w3.org/2001/03/", ""),
    })),
  );
}

/** @returns what is wrong, with the address and the line */
async function findErrors(schema: string, answers: ReadonlyMap<string, string>): Promise<string[]> {
  const files = await schemas();
  const paths = [...answers.keys()];
  const { errors } = await validateXML({
    xml: [...answers.values()].map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: files.filter(({ fileName }) => fileName === schema),
    preload: files.filter(({ fileName }) => fileName !== schema),
  });
  return errors.map(({ rawMessage }) =>
    rawMessage.replace(/^(\d+)\.xml/, (_, at) => paths[Number(at)] ?? ""),
  );
}

async function read(path: string): Promise<string> {
  const response = await fetch(library().url + path);
  expect(response.status, path).toBe(200);
  return response.text();
}

test("every kind of answer of OAI-PMH is valid by its schema, errors too", async () => {
  const answers = new Map<string, string>();
  const ask = async (query: string) => {
    const answer = await read(`/oai?${query}`);
    answers.set(query, answer);
    return answer;
  };
  const list = await ask("verb=ListIdentifiers&metadataPrefix=oai_dc");
  const identifiers = [...list.matchAll(/<identifier>([^<]*)</g)].map(([, found = ""]) => found);
  expect(identifiers.length).toBeGreaterThan(1);
  for (const identifier of identifiers) {
    await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`);
  }
  for (const query of [
    "verb=Identify",
    "verb=ListSets",
    "verb=ListMetadataFormats",
    `verb=ListMetadataFormats&identifier=${identifiers[0]}`,
    "verb=ListRecords&metadataPrefix=oai_dc",
    "verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2999-01-01",
    "verb=ListRecords&metadataPrefix=oai_dc&set=how-did-we-get-here&from=2020-01-01T00:00:00Z",
  ]) {
    expect(await ask(query), query).not.toContain("<error");
  }
  for (const [query, code] of [
    ["", "badVerb"],
    ["verb=Identify&verb=Identify", "badVerb"],
    ["verb=Identify&%3Cb%3E=%22%00", "badArgument"],
    ["verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument"],
    ["verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-02&until=2026-01-01", "badArgument"],
    ["verb=ListRecords&resumptionToken=%3Cb%3E", "badResumptionToken"],
    ["verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"],
    ["verb=ListRecords&metadataPrefix=no%20format%3C", "badArgument"],
    ["verb=ListRecords&metadataPrefix=", "badArgument"],
    ["verb=GetRecord&metadataPrefix=oai_dc&identifier=%20%3C", "idDoesNotExist"],
    ["verb=ListRecords&metadataPrefix=oai_dc&set=a%20set", "badArgument"],
    ["verb=ListRecords&metadataPrefix=oai_dc&set=a:b", "noRecordsMatch"],
    ["verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01", "noRecordsMatch"],
  ] as const) {
    expect(await ask(query), query).toContain(`<error code="${code}">`);
  }
  expect(await findErrors("oai.xsd", answers)).toEqual([]);
  const broken = new Map([
    ["a broken one", list.replace("<identifier>", "<identifier/><identifier>")],
  ]);
  expect(await findErrors("oai.xsd", broken)).not.toEqual([]);
});

test("the sitemap is valid by its schema, and the package sitemap reads every page of it", async () => {
  const sitemap = await read("/sitemap.xml");
  expect(await findErrors("sitemaps.xsd", new Map([["/sitemap.xml", sitemap]]))).toEqual([]);
  const pages = await parseSitemap(Readable.from([sitemap]));
  expect(pages.length).toBe(sitemap.match(/<loc>/g)?.length);
  const films = pages.filter(({ video }) => video.length > 0);
  expect(films.length).toBeGreaterThan(1);
  expect(pages.every(({ links }) => links.some(({ lang }) => lang === "x-default"))).toBe(true);
});
