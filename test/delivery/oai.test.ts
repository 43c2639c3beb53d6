import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../src/routes.ts";
import { completeHarvest } from "../../src/storage/harvest.ts";
import { ask, bodyOf, get, origin } from "../support/ask.ts";
import { countCost } from "../support/count-cost.ts";
import { insertMany } from "../support/insert-many.ts";
import {
  database,
  document,
  episode,
  librarySettings,
  publish,
  series,
} from "../support/library.ts";
import { elementsOf, type XmlElement } from "../support/xml.ts";

/** The elements of an answer, after what every answer must have. */
async function harvest(query: string, init: RequestInit = {}): Promise<XmlElement[]> {
  const isForm = init.method === "POST";
  const body = isForm ? { body: query } : {};
  const response = await ask(isForm ? "/oai" : `/oai?${query}`, { ...init, ...body });
  expect(response.status, query).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("text/xml; charset=utf-8");
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const elements = elementsOf(await bodyOf(response));
  const [root, date, request] = elements;
  expect(root?.name).toBe("OAI-PMH");
  expect(root?.attributes.xmlns).toBe("http://www.openarchives.org/OAI/2.0/");
  expect(date?.name).toBe("responseDate");
  expect(date?.text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(request).toMatchObject({ name: "request", text: `${origin}/oai` });
  return elements;
}

const textsOf = (elements: readonly XmlElement[], name: string) =>
  elements.filter((element) => element.name === name).map(({ text }) => text);
const errorsOf = (elements: readonly XmlElement[]) =>
  elements.filter(({ name }) => name === "error").map(({ attributes }) => attributes.code);
const identifiersOf = (elements: readonly XmlElement[]) => textsOf(elements, "identifier");

/** The records of an answer by the address of their page, and the identifiers of deleted ones. */
function recordsOf(elements: readonly XmlElement[]) {
  const deleted = elements
    .filter(({ attributes }) => attributes.status === "deleted")
    .flatMap((header) => elements.filter(({ parent }) => parent === header))
    .filter(({ name }) => name === "identifier");
  const pages = textsOf(elements, "dc:identifier").map((address) => address.replace(origin, ""));
  return { pages, deleted: deleted.map(({ text }) => text) };
}

const listRecords = "verb=ListRecords&metadataPrefix=oai_dc";
const listIdentifiers = "verb=ListIdentifiers&metadataPrefix=oai_dc";

/** All pages of a list. */
async function harvestAll(query: string): Promise<XmlElement[][]> {
  const pages = [await harvest(query)];
  const verb = query.replace(/&.*/, "");
  for (;;) {
    const [token = ""] = textsOf(pages.at(-1) ?? [], "resumptionToken");
    if (token === "") return pages;
    expect(token).toMatch(/^[\w-]{1,400}$/);
    pages.push(await harvest(`${verb}&resumptionToken=${token}`));
  }
}

async function identifierOf(slug: string): Promise<string> {
  const elements = await harvest(listRecords);
  const record = elements.find(({ text }) => text === `${origin}/en/watch/${slug}`)?.parent?.parent;
  const header = elements.find(({ name, parent }) => {
    return name === "header" && parent === record?.parent;
  });
  return (
    elements.find(({ name, parent }) => name === "identifier" && parent === header)?.text ?? ""
  );
}

const now = new Date("2026-03-01T10:00:00.500Z");
const later = new Date("2026-03-02T10:00:00.500Z");

test("a library without works and series says so", async () => {
  expect(errorsOf(await harvest(listRecords))).toEqual(["noRecordsMatch"]);
  expect(errorsOf(await harvest("verb=ListSets"))).toEqual(["noSetHierarchy"]);
  expect(errorsOf(await harvest(`${listIdentifiers}&set=tale`))).toEqual(["noSetHierarchy"]);
  expect(textsOf(await harvest("verb=Identify"), "earliestDatestamp")).toHaveLength(1);
});

test.each([
  ["http://localhost:8787", "postmaster@localhost.invalid"],
  ["http://[::1]:8787", "postmaster@1.invalid"],
  ["https://films.example", "postmaster@films.example"],
])(
  "a library without a contact, at %s, has an address of the form that the protocol asks for",
  async (address, expected) => {
    const response = await routes.fetch(new Request(`${address}/oai?verb=Identify`), { ...env });
    expect(textsOf(elementsOf(await bodyOf(response)), "adminEmail")).toEqual([expected]);
  },
);

describe("of a library,", () => {
  beforeAll(async () => {
    const contact = "library@example.org";
    const name = { en: "The <Library>" };
    await publish(librarySettings({ contact, name, interfaceLanguages: ["en", "es"] }), now);
    await publish(series("tale"), now);
    await publish(series("draft-tale", { status: "draft" }), now);
    const credits = [
      { name: "Ana", role: "director" },
      { name: "Luz", role: "narrator" },
      { name: "Nobody Knows", role: "participant", public: false },
    ];
    const facts = { keywords: ["history"], license: "CC-BY-4.0", copyrightHolder: "IJN" };
    await publish(await episode("film", { series: "tale", credits, ...facts }), now);
    await publish(await document("paper"), now);
    await publish(await document("draft", { status: "draft" }), now);
    await publish(await document("soon", { datePublished: "2999-01-01" }), now);
    await publish(await episode("gone", { series: "tale" }), now);
  });

  test("Identify says what the protocol needs", async () => {
    const elements = await harvest("verb=Identify");
    const [identify] = elements.filter(({ name }) => name === "Identify");
    const parts = elements.filter(({ parent }) => parent === identify);
    expect(parts.map(({ name, text }) => [name, text])).toEqual([
      ["repositoryName", "The <Library>"],
      ["baseURL", `${origin}/oai`],
      ["protocolVersion", "2.0"],
      ["adminEmail", "library@example.org"],
      ["earliestDatestamp", "2026-03-01T10:00:00Z"],
      ["deletedRecord", "persistent"],
      ["granularity", "YYYY-MM-DDThh:mm:ssZ"],
      ["description", ""],
    ]);
    expect(textsOf(elements, "repositoryIdentifier")).toEqual(["library.example"]);
  });

  test("a work is described in all its languages, the original first", async () => {
    const identifier = await identifierOf("film");
    const elements = await harvest(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`);
    const dublinCore = elements.filter(({ name }) => name.startsWith("dc:"));
    const about = dublinCore.filter(({ parent }) => parent === dublinCore[0]?.parent);
    expect(about.map(({ name, text, attributes }) => [name, text, attributes["xml:lang"]])).toEqual(
      [
        ["dc:title", "Film film", "en"],
        ["dc:title", "Película film", "es"],
        ["dc:creator", "Ana", undefined],
        ["dc:subject", "history", undefined],
        ["dc:description", "About film", "en"],
        ["dc:description", "Sobre film", "es"],
        ["dc:publisher", "The Publisher", "en"],
        ["dc:contributor", "Luz", undefined],
        ["dc:date", "2026-01-15", undefined],
        ["dc:type", "MovingImage", undefined],
        ["dc:format", "video/webm", undefined],
        ["dc:identifier", `${origin}/en/watch/film`, undefined],
        ["dc:identifier", `${origin}/es/watch/film`, undefined],
        ["dc:language", "en", undefined],
        ["dc:language", "es", undefined],
        ["dc:relation", `${origin}/en/series/tale`, undefined],
        ["dc:rights", "© IJN", undefined],
        ["dc:rights", "https://creativecommons.org/licenses/by/4.0/", undefined],
      ],
    );
    expect(textsOf(elements, "setSpec")).toEqual(["tale"]);
  });

  test("drafts, works of tomorrow and people who aren't public are in no answer", async () => {
    for (const query of [listRecords, listIdentifiers, "verb=ListSets", "verb=Identify"]) {
      const body = await bodyOf(await get(`/oai?${query}`));
      expect(body).not.toMatch(/draft|soon|Nobody/);
    }
    const { pages } = recordsOf(await harvest(listRecords));
    expect(pages).toEqual(
      expect.arrayContaining(["/en/watch/film", "/en/read/paper", "/en/watch/gone"]),
    );
    expect(pages).toHaveLength(6);
  });

  test("a scheduled work appears at its time, with it as its datestamp", async () => {
    await publish(await document("tomorrow", { datePublished: "2026-03-05T08:00:00.400Z" }), now);
    const elements = await harvest(`${listRecords}&from=2026-03-05&until=2026-03-05`);
    expect(recordsOf(elements).pages).toContain("/en/read/tomorrow");
    expect(textsOf(elements, "datestamp")).toEqual(["2026-03-05T08:00:01Z"]);
  });

  test("a withdrawn work stays as a deleted record, until it is public again", async () => {
    const identifier = await identifierOf("gone");
    const record = await episode("gone", { series: "tale" });
    const withdrawalNotice = { en: "Asked for." };
    await publish({ ...record, status: "withdrawn", withdrawalNotice }, later);
    for (const verb of ["ListRecords", "ListIdentifiers"]) {
      const changes = await harvest(
        `verb=${verb}&metadataPrefix=oai_dc&from=2026-03-02&until=2026-03-02`,
      );
      expect(recordsOf(changes).deleted).toEqual([identifier]);
      expect(textsOf(changes, "datestamp")).toEqual(["2026-03-02T10:00:00Z"]);
      expect(textsOf(changes, "metadata")).toEqual([]);
    }
    const one = await harvest(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`);
    expect(recordsOf(one)).toEqual({ pages: [], deleted: [identifier] });
    const all = await harvest(listIdentifiers);
    expect(identifiersOf(all).filter((each) => each === identifier)).toHaveLength(1);
  });

  test("a work that becomes a draft is deleted, and so is one that is scheduled again", async () => {
    const paper = await document("back");
    await publish(paper, now);
    const identifiers = async (from: string) =>
      recordsOf(await harvest(`${listRecords}&from=${from}&until=${from}`));
    await publish({ ...paper, status: "draft" }, new Date("2026-04-01"));
    expect((await identifiers("2026-04-01")).deleted).toHaveLength(1);
    await publish({ ...paper, name: { en: "Again" } }, new Date("2026-04-02"));
    expect(await identifiers("2026-04-01")).toEqual({ pages: [], deleted: [] });
    expect((await identifiers("2026-04-02")).pages).toContain("/en/read/back");
    await publish({ ...paper, datePublished: "2999-01-01" }, new Date("2026-04-03"));
    expect((await identifiers("2026-04-03")).deleted).toHaveLength(1);
    // Its time comes: the record of before is the one that counts.
    const { env } = await import("cloudflare:workers");
    await env.DB.prepare(
      "update harvest set datestamp = '2026-04-04T00:00:00Z' where slug = 'back' and is_deleted = 0",
    ).run();
    await env.DB.prepare(
      "update works set date_published = '2026-04-04' where slug = 'back'",
    ).run();
    expect(await identifiers("2026-04-03")).toEqual({ pages: [], deleted: [] });
    expect((await identifiers("2026-04-04")).pages).toContain("/en/read/back");
  });

  test("a renamed work and a renamed series keep the identifiers", async () => {
    await publish(series("old-saga"), now);
    const film = await episode("old-name", { series: "old-saga" });
    await publish(film, now);
    const identifier = await identifierOf("old-name");
    const renamed = { ...film, slug: "new-name", formerSlugs: ["old-name"] };
    const { apply } = await import("../../src/publishing/apply.ts");
    const { env } = await import("cloudflare:workers");
    const { digestOf } = await import("../support/library.ts");
    const at = new Date("2026-05-01");
    const change = { actor: "test", now: at };
    await apply(database, env.BLOBS, {
      ...change,
      record: renamed,
      replaces: await digestOf(film),
    });
    expect(await identifierOf("new-name")).toBe(identifier);
    const saga = { ...series("new-saga"), formerSlugs: ["old-saga"] };
    const replaces = await digestOf(series("old-saga"));
    await apply(database, env.BLOBS, {
      ...change,
      now: new Date("2026-05-02"),
      record: saga,
      replaces,
    });
    const elements = await harvest(`${listRecords}&set=new-saga`);
    expect(textsOf(elements, "datestamp")).toEqual(["2026-05-02T00:00:00Z"]);
    expect(await bodyOf(await get(`/oai?${listRecords}`))).not.toMatch(/(?:watch|series)\/old-/);
  });

  test("sets are the public series", async () => {
    const elements = await harvest("verb=ListSets");
    expect(textsOf(elements, "setSpec")).toEqual(expect.arrayContaining(["tale", "new-saga"]));
    expect(textsOf(elements, "setName")).toContain("Series tale");
    await publish(await episode("unlisted", { series: "draft-tale" }), new Date("2026-06-01"));
    const changes = await harvest(`${listRecords}&from=2026-06-01&until=2026-06-01`);
    expect(recordsOf(changes).pages).toContain("/en/watch/unlisted");
    expect(textsOf(changes, "setSpec")).toEqual([]);
    for (const set of ["draft-tale", "nothing", "a:b"]) {
      expect(errorsOf(await harvest(`${listRecords}&set=${set}`))).toEqual(["noRecordsMatch"]);
    }
  });

  test("a request in a form is answered as one in the address", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" };
    const posted = await harvest(listIdentifiers, { method: "POST", headers });
    expect(identifiersOf(posted)).toEqual(identifiersOf(await harvest(listIdentifiers)));
    const large = await ask("/oai", { method: "POST", headers, body: "x".repeat(2_000_000) });
    expect(large.status).toBe(413);
    const other = await harvest(listIdentifiers, { method: "POST" });
    expect(errorsOf(other)).toEqual(["badVerb"]);
  });

  test.each([
    ["", "badVerb"],
    ["verb=Destroy", "badVerb"],
    ["verb=identify", "badVerb"],
    ["verb=constructor", "badVerb"],
    ["verb=Identify&verb=Identify", "badVerb"],
    ["verb=Identify&from=2026-01-01", "badArgument"],
    ["verb=Identify&resumptionToken=x", "badArgument"],
    ["verb=ListRecords", "badArgument"],
    ["verb=GetRecord&metadataPrefix=oai_dc", "badArgument"],
    ["verb=GetRecord&identifier=oai:library.example:x", "badArgument"],
    [`${listRecords}&metadataPrefix=oai_dc`, "badArgument"],
    [`${listRecords}&from=2026-02-30`, "badArgument"],
    [`${listRecords}&from=2026`, "badArgument"],
    [`${listRecords}&from=2026-01-01T00:00Z`, "badArgument"],
    [`${listRecords}&from=2026-01-01T25:00:00Z`, "badArgument"],
    [`${listRecords}&from=2026-01-01T00:00:00%2B01:00`, "badArgument"],
    [`${listRecords}&from=2026-01-02&until=2026-01-01`, "badArgument"],
    [`${listRecords}&from=2026-01-01&until=2026-01-02T00:00:00Z`, "badArgument"],
    [`${listRecords}&resumptionToken=x`, "badArgument"],
    [`${listRecords}&set=a%20series`, "badArgument"],
    [`${listRecords}&set=series:`, "badArgument"],
    [`${listIdentifiers}&set=%D8%A7`, "badArgument"],
    ["verb=ListRecords&metadataPrefix=", "badArgument"],
    ["verb=ListRecords&metadataPrefix=%26%3C", "badArgument"],
    ["verb=ListRecords&resumptionToken=", "badResumptionToken"],
    ["verb=ListRecords&resumptionToken=x", "badResumptionToken"],
    ["verb=ListRecords&resumptionToken=abcd!", "badResumptionToken"],
    ["verb=ListSets&resumptionToken=abcd", "badResumptionToken"],
    [`verb=ListRecords&resumptionToken=${"a".repeat(500)}`, "badResumptionToken"],
    ["verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"],
    ["verb=GetRecord&metadataPrefix=x&identifier=oai:library.example:x", "cannotDisseminateFormat"],
    ["verb=GetRecord&metadataPrefix=oai_dc&identifier=film", "idDoesNotExist"],
    [
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example:${"0".repeat(16)}`,
      "idDoesNotExist",
    ],
    [
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:other.example:${"0".repeat(16)}`,
      "idDoesNotExist",
    ],
    ["verb=ListMetadataFormats&identifier=%3Cscript%3E", "idDoesNotExist"],
    [`${listRecords}&until=1999-01-01`, "noRecordsMatch"],
    [`${listRecords}&from=2998-01-01`, "noRecordsMatch"],
  ])("%s is answered with %s", async (query, code) => {
    const elements = await harvest(query);
    expect(errorsOf(elements)).toEqual([code]);
    const [, , request] = elements;
    // The arguments are repeated only if they are valid (section 3.6).
    expect(Object.keys(request?.attributes ?? {}).length > 0).toBe(!/^bad(Verb|Arg)/.test(code));
  });

  test("each identifier leads to its record and its format", async () => {
    const identifiers = identifiersOf(await harvest(listIdentifiers));
    expect(new Set(identifiers).size).toBe(identifiers.length);
    for (const identifier of identifiers) {
      expect(identifier).toMatch(/^oai:library\.example:[0-9a-f]{16}$/);
      const one = await harvest(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`);
      expect(identifiersOf(one)).toEqual([identifier]);
      const formats = await harvest(`verb=ListMetadataFormats&identifier=${identifier}`);
      expect(textsOf(formats, "metadataPrefix")).toEqual(["oai_dc"]);
    }
  });

  test("what the sweep completes is what publishing wrote, and what was missing", async () => {
    const { env } = await import("cloudflare:workers");
    const rows = async () =>
      (await env.DB.prepare("select * from harvest order by id, is_deleted").all()).results;
    const before = await rows();
    await completeHarvest(database, new Date().toISOString());
    expect(await rows()).toEqual(before);
    await env.DB.prepare("delete from harvest").run();
    await completeHarvest(database, new Date().toISOString());
    const ids = (await rows()).map(({ id, is_deleted }) => `${id} ${is_deleted}`);
    expect(before.map(({ id, is_deleted }) => `${id} ${is_deleted}`)).toEqual(
      expect.arrayContaining(ids),
    );
    expect(ids.length).toBeGreaterThanOrEqual(before.length - 1);
  });

  test("a long list comes in pages, each work once, at two rows a work and one round trip", async () => {
    await insertMany("many", 300, await episode("template", { series: "tale" }));
    for (const [query, cost] of [
      [listIdentifiers, 1],
      [listRecords, 2],
      [`${listRecords}&set=tale&from=2025-01-01`, 2],
    ] as const) {
      const pages = await harvestAll(query);
      const sizes = pages.map((page) => page.filter(({ name }) => name === "header").length);
      expect(
        sizes.slice(0, -1).every((size) => size === 95),
        query,
      ).toBe(true);
      const identifiers = pages.flatMap(identifiersOf);
      expect(new Set(identifiers).size).toBe(identifiers.length);
      expect(identifiers.length).toBeGreaterThan(300);
      const cursors = pages.map(
        (page) => page.find(({ name }) => name === "resumptionToken")?.attributes.cursor,
      );
      expect(cursors).toEqual(pages.map((_, index) => String(95 * index)));
      const { bindings, cost: found } = countCost();
      const [token = ""] = textsOf(pages.at(1) ?? [], "resumptionToken");
      const verb = query.replace(/&.*/, "");
      await bodyOf(await ask(`/oai?${verb}&resumptionToken=${token}`, {}, bindings));
      expect(found.roundTrips).toBe(1);
      expect(found.rowsRead, query).toBeLessThanOrEqual(95 * cost + 10);
    }
    const [token = ""] = textsOf(await harvest(listRecords), "resumptionToken");
    const other = await harvest(`verb=ListIdentifiers&resumptionToken=${token}`);
    expect(errorsOf(other)).toEqual(["badResumptionToken"]);
  });
});
