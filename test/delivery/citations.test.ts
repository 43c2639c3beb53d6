import { beforeAll, expect, test } from "vitest";
import { bodyOf, get, origin } from "../support/ask.ts";
import { document, episode, librarySettings, publish, series } from "../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  const credits = [
    { name: "Hidden Person", role: "author", public: false },
    { name: "Shown Person", role: "author" },
  ];
  await publish(await episode("film", { series: "tale", episode: 1, credits }));
  await publish(await document("paper"));
  await publish(await episode("draft", { status: "draft" }));
  await publish(await episode("gone", { status: "withdrawn", withdrawalNotice: { en: "Gone." } }));
});

test.each([
  ["ris", "application/x-research-info-systems; charset=utf-8", "TI  - Película film\r\n"],
  ["bib", "application/x-bibtex; charset=utf-8", "title = {{Película film}}"],
  ["json", "application/vnd.citationstyles.csl+json; charset=utf-8", '"title": "Película film"'],
])(
  "the citation of a film is served as %s, to programs on any site",
  async (extension, type, expected) => {
    const response = await get(`/cite/film.${extension}?lang=es`);
    expect(response.status).toBe(200);
    const { headers } = response;
    expect(headers.get("Content-Type")).toBe(type);
    expect(headers.get("Content-Language")).toBe("es");
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Content-Disposition")).toContain(
      `attachment; filename="film.${extension}"`,
    );
    expect(headers.get("Link")).toBe(`<${origin}/cite/film.${extension}?lang=es>; rel="canonical"`);
    const text = await bodyOf(response);
    expect(text).toContain(expected);
    expect(text).toContain(`${origin}/es/watch/film`);
    expect(text).toContain("Shown Person");
    expect(text).not.toContain("Hidden Person");
    const known = { "If-None-Match": headers.get("ETag") ?? "" };
    expect((await get(`/cite/film.${extension}?lang=es`, known)).status).toBe(304);
    expect((await get(`/cite/film.${extension}?lang=en`, known)).status).toBe(200);
  },
);

test("a citation is in the original language if the requested one is missing or invalid", async () => {
  for (const query of ["", "?lang=", "?lang=%22%3E"]) {
    const text = await bodyOf(await get(`/cite/paper.ris${query}`));
    expect(text).toContain("TY  - RPRT\r\nID  - paper\r\nTI  - Paper paper\r\n");
    expect(text).toContain(`UR  - ${origin}/en/read/paper\r\n`);
  }
});

test.each([
  ["draft.ris", 404],
  ["gone.json", 410],
  ["nothing.bib", 404],
  ["film.xml", 404],
  ["film", 404],
  ["library.ris", 404],
])(
  "a work that isn't public, or doesn't exist, has no citation: %s answers %d",
  async (file, status) => {
    expect((await get(`/cite/${file}`)).status).toBe(status);
  },
);

test("a moment of a film is cited: in the address, and where the format has a place", async () => {
  const ris = await get("/cite/film.ris?lang=es&t=1m5s");
  expect(ris.headers.get("Link")).toContain(`<${origin}/cite/film.ris?lang=es&t=65>`);
  const text = await bodyOf(ris);
  expect(text).toContain(`UR  - ${origin}/es/watch/film?t=65\r\n`);
  expect(text).toContain("N1  - 1:05\r\n");
  const bib = await bodyOf(await get("/cite/film.bib?lang=es&t=65"));
  expect(bib).toContain("note = {1:05}");
  // A document has no moments, and neither has what isn't one.
  for (const address of ["/cite/paper.ris?t=65", "/cite/film.ris?t=soon"]) {
    expect(await bodyOf(await get(address))).not.toContain("N1  - ");
  }
});

test("a series can be cited", async () => {
  const response = await get("/cite/tale.ris?lang=es");
  expect(response.status).toBe(200);
  const text = await bodyOf(response);
  expect(text).toContain("TI  - Serie tale\r\n");
  expect(text).toContain(`UR  - ${origin}/es/series/tale\r\n`);
  const page = await bodyOf(await get("/en/series/tale"));
  expect(page).toContain('href="/cite/tale.bib?lang=en"');
});

test("pages show a reference in each style, and link to files for reference managers", async () => {
  const textOf = async (path: string) =>
    (await bodyOf(await get(path))).replace(/<\/?(?:bdi|cite|dd|dt)[^>]*>/g, "");
  const page = await textOf("/es/watch/film?t=65");
  expect(page).toContain("Cómo citar");
  expect(page).toContain(
    `Shown Person. (2026, 15 de enero). Film film [Película film] [Video]. En Serie tale. The Publisher. ${origin}/es/watch/film?t=65`,
  );
  expect(page).toContain("(Shown Person, 2026, 1:05)");
  expect(page).toContain('href="/cite/film.bib?lang=es&amp;t=65"');
  const paper = await textOf("/en/read/paper");
  expect(paper).toContain("Paper paper. The Publisher, ");
  expect(paper).toContain('href="/cite/paper.ris?lang=en"');
});
