import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get, origin } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { insertMany } from "../../support/insert-many.ts";
import { episode, publish, series, storeFile, track, vtt } from "../../support/library.ts";
import { elementsOf } from "../../support/xml.ts";

beforeAll(async () => {
  await publishSampleLibrary();
  const captions = [
    await track("en", vtt("Hello.", "Good bye."), "captions"),
    await track("es", vtt("Hola.", "Adiós.")),
  ];
  const file = await storeFile("a guide", "pdf");
  await publish(
    await episode("lesson", {
      series: "tale",
      episode: 3,
      formerSlugs: ["lesson-before"],
      captions,
      name: { en: '<b>"Lesson" & more</b>]]>\u202E\u0007', es: "Lección" },
      keywords: ["history & law"],
      license: "CC-BY-4.0",
      copyrightHolder: "Ana <Morales>",
      credits: [{ name: "Hidden Person", role: "participant", public: false }],
      attachments: [{ file, inLanguage: "en", name: { en: "Guía: ١", es: "Guía" } }],
    }),
  );
  await publish(await episode("silent", { captions: [] }));
});

/** The files of a cartridge, as texts. */
async function filesOf(path: string): Promise<Map<string, string>> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Checks what the schema of Common Cartridge 1.1 and its rules ask of a manifest. */
function checkManifest(files: ReadonlyMap<string, string>) {
  const xml = files.get("imsmanifest.xml") ?? "";
  // Moodle looks for the version in the first 500 bytes.
  expect(xml.slice(0, 500)).toContain("http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1");
  const elements = elementsOf(xml);
  const childrenOf = (name: string) => {
    const parent = elements.find((element) => element.name === name);
    return elements.filter((element) => element.parent === parent).map((element) => element.name);
  };
  expect(childrenOf("manifest")).toEqual(["metadata", "organizations", "resources"]);
  expect(childrenOf("metadata")).toEqual(["schema", "schemaversion", "lom:lom"]);
  expect(xml).toContain(
    "<schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>",
  );
  expect(childrenOf("organizations")).toEqual(["organization"]);
  expect(childrenOf("organization")).toEqual(["item"]);
  const resources = elements.filter(({ name }) => name === "resource");
  const identifiers = elements.flatMap(({ attributes }) => attributes.identifier ?? []);
  expect(new Set(identifiers).size).toBe(identifiers.length);
  for (const identifier of identifiers) expect(identifier).toMatch(/^[A-Za-z_][\w.-]*$/);
  for (const resource of resources) {
    const hrefs = elements
      .filter(({ name, parent }) => name === "file" && parent === resource)
      .map(({ attributes }) => attributes.href);
    expect(hrefs).toHaveLength(1);
    expect(files.has(hrefs[0] ?? ""), hrefs[0]).toBe(true);
    expect(hrefs[0]).toMatch(/^[\w./-]+$/);
    const isLink = resource.attributes.type === "imswl_xmlv1p1";
    expect(resource.attributes.href).toBe(isLink ? undefined : hrefs[0]);
    if (!isLink) expect(resource.attributes.type).toBe("webcontent");
  }
  const items = elements.filter(({ name }) => name === "item");
  for (const item of items) {
    const inside = elements.filter(({ parent }) => parent === item);
    const isRoot = item.parent?.name === "organization";
    expect(inside.map(({ name }) => name).indexOf("title")).toBe(isRoot ? -1 : 0);
    const { identifierref } = item.attributes;
    if (identifierref !== undefined) expect(identifiers).toContain(identifierref);
    // A list of activities or an activity, never both (rule 8b).
    if (identifierref !== undefined) expect(inside).toHaveLength(1);
  }
  expect(files.size).toBe(resources.length + 1);
  const titles = items.flatMap((item) => {
    const title = elements.find(({ name, parent }) => name === "title" && parent === item);
    return title?.text ?? [];
  });
  return { resources, titles, elements };
}

describe("a film's cartridge", () => {
  test("has a page that plays the film, a link, the class pack and the attachments, and a valid manifest", async () => {
    const files = await filesOf("/lms/lesson.imscc?lang=es");
    const { titles } = checkManifest(files);
    expect([...files.keys()].filter((name) => !name.startsWith("pack/citation"))).toEqual([
      "imsmanifest.xml",
      "lesson.html",
      "lesson.xml",
      "pack/lesson.es.html",
      "pack/lesson.es.docx",
      "pack/lesson.es-en.html",
      "pack/lesson.es-en.docx",
      "pack/lesson.es.vtt",
      "pack/license.txt",
      "files/1.pdf",
    ]);
    expect(titles.slice(0, 3)).toEqual(["Lección", "Lección", "Película: Lección"]);
    expect(titles.at(-1)).toBe("Guía");
    const frame = `${origin}/embed/lesson?lang=es&amp;captions=es`;
    expect(files.get("lesson.html")).toContain(`<iframe src="${frame}" title="Lección" style=`);
    expect(files.get("lesson.html")).toContain(`href="${origin}/es/watch/lesson"`);
    expect(files.get("files/1.pdf")).toBe("a guide");
    const [link, title, url] = elementsOf(files.get("lesson.xml") ?? "");
    expect(link?.attributes.xmlns).toBe("http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1");
    expect([title?.text, url?.attributes.href]).toEqual(["Lección", frame.replace("&amp;", "&")]);
  });

  test("contains no markup, no control character and no hidden person from its record", async () => {
    const files = await filesOf("/lms/lesson.imscc");
    const { titles, elements } = checkManifest(files);
    expect(titles[0]).toBe('<b>"Lesson" & more</b>]]>');
    expect(elements.map(({ name }) => name)).not.toContain("b");
    const all = [...files.values()].join();
    expect(all).not.toContain("Hidden Person");
    expect(files.get("imsmanifest.xml")).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
    expect(files.get("imsmanifest.xml")).toContain("© Ana &#60;Morales&#62;, CC-BY-4.0");
    expect(files.get("lesson.html")).not.toContain("<b>");
  });

  test("of a film without captions has the film", async () => {
    const files = await filesOf("/lms/silent.imscc?lang=en");
    checkManifest(files);
    expect([...files.keys()]).toEqual(["imsmanifest.xml", "silent.html", "silent.xml"]);
  });

  test("is made in one round trip to D1, is a download, and 304 to who has it", async () => {
    const { bindings, cost } = countCost();
    const response = await ask("/lms/lesson.imscc?lang=en", {}, bindings);
    const first = await response.arrayBuffer();
    expect(cost.roundTrips).toBe(1);
    expect(response.headers.get("Content-Type")).toBe("application/vnd.ims.imsccv1p1");
    expect(response.headers.get("Content-Disposition")).toContain('filename="lesson.en.imscc"');
    const etag = response.headers.get("ETag") ?? "";
    const again = await get("/lms/lesson.imscc?lang=en", { "If-None-Match": etag });
    expect(again.status).toBe(304);
    const second = await (await get("/lms/lesson.imscc?lang=en")).arrayBuffer();
    expect(new Uint8Array(second)).toEqual(new Uint8Array(first));
  });
});

describe("a series' cartridge", () => {
  test("has a section for each public episode, in order", async () => {
    const { bindings, cost } = countCost();
    const response = await ask("/lms/series/tale.imscc?lang=es", {}, bindings);
    await response.arrayBuffer();
    expect(cost.roundTrips).toBe(1);
    const files = await filesOf("/lms/series/tale.imscc?lang=es");
    const { titles } = checkManifest(files);
    expect(titles.filter((_, index) => index % 3 === 0)).toEqual([
      "Película film",
      "Película film-2",
      "Lección",
    ]);
    expect([...files.keys()]).toContain("film-2.html");
    expect([...files.values()].join()).not.toMatch(/draft|soon/);
  });
});

test("a series of 500 episodes, as many as we promise, is one cartridge of as many sections, in one round trip", async () => {
  await publish(series("saga"));
  await insertMany("part", 500, await episode("template", { series: "saga" }));
  const { bindings, cost } = countCost();
  const response = await ask("/lms/series/saga.imscc", {}, bindings);
  const bytes = (await response.arrayBuffer()).byteLength;
  expect(cost.roundTrips).toBe(1);
  expect(bytes).toBeLessThan(1_000_000);
  const { titles, resources } = checkManifest(await filesOf("/lms/series/saga.imscc"));
  expect(resources).toHaveLength(1000);
  expect(titles).toHaveLength(1500);
});

test.each([
  ["/lms/draft.imscc", 404],
  ["/lms/soon.imscc", 404],
  ["/lms/gone.imscc", 410],
  ["/lms/paper.imscc", 404],
  ["/lms/film.zip", 404],
  ["/lms/nothing.imscc", 404],
  ["/lms/series/nothing.imscc", 404],
  ["/lms/series/film.imscc", 404],
])("%s is %d, with a problem document", async (path, status) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
});

test("a former slug leads to the cartridge of today", async () => {
  const response = await ask("/lms/lesson-before.imscc?lang=es", { redirect: "manual" });
  expect(response.headers.get("Location")).toBe("/lms/lesson.imscc?lang=es");
});

test("the citations in a film's files have the new name of its series", async () => {
  const paths = ["/lms/lesson.imscc?lang=en", "/transcripts/lesson/pack.zip?lang=en"];
  const etagsOf = () =>
    Promise.all(paths.map(async (path) => (await get(path)).headers.get("ETag")));
  const before = await etagsOf();
  await publish(series("tale", { name: { en: "Another tale" } }));
  for (const [index, etag] of (await etagsOf()).entries()) expect(etag).not.toBe(before[index]);
  const files = await filesOf("/transcripts/lesson/pack.zip?lang=en");
  expect([...files.values()].join("\n")).toContain("Another tale");
});
