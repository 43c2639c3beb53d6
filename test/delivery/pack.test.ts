import { env } from "cloudflare:workers";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { webVttFormat } from "../../src/transcripts/formats/vtt.ts";
import { ask, get } from "../support/ask.ts";
import { countCost } from "../support/count-cost.ts";
import { episode, librarySettings, publish, storeFile, track, vtt } from "../support/library.ts";

const guide = "a discussion guide\n".repeat(200);

beforeAll(async () => {
  await publish(librarySettings());
  const captions = await Promise.all([
    track("en", vtt("<v Ana>Hello.", "<v Ana>Good bye."), "captions"),
    track("es", vtt("<v Ana>Hola.", "<v Ana>Adiós.")),
  ]);
  const attachments = [
    {
      inLanguage: "en",
      name: { en: "Guide: part 1", es: "Guía" },
      file: await storeFile(guide, "pdf"),
    },
    {
      inLanguage: "en",
      name: { en: "../../guide", es: "guía" },
      file: await storeFile("two", "pdf"),
    },
  ];
  const more = { captions, attachments, license: "CC-BY-NC-4.0", copyrightHolder: "Holder" };
  await publish(await episode("film", more));
  const credits = [{ name: "Hidden Person", role: "participant", public: false }];
  await publish(await episode("quiet", { captions, credits, chapters: [] }));
  const gone = { withdrawalNotice: { en: "Taken down.", es: "Retirada." } };
  await publish(await episode("gone", { ...more, ...gone, status: "withdrawn" }));
  await publish(await episode("draft", { ...more, status: "draft" }));
  await publish(await episode("silent", { captions: [] }));
});

/** The unzipped files of a pack. */
async function filesOf(path: string): Promise<Record<string, Uint8Array>> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

const text = (bytes: Uint8Array | undefined) => strFromU8(bytes ?? new Uint8Array());

describe("a class pack", () => {
  test("has the transcript, a bilingual transcript, captions, citations, the license and attachments", async () => {
    const files = await filesOf("/transcripts/film/pack.zip?lang=es");
    expect(Object.keys(files)).toEqual([
      "index.html",
      "film.es.html",
      "film.es.docx",
      "film.es+en.html",
      "film.es+en.docx",
      "film.es.vtt",
      "citation.txt",
      "citation.ris",
      "citation.bib",
      "citation.json",
      "license.txt",
      "attachments/Guía.pdf",
      "attachments/guía (2).pdf",
    ]);
    expect(text(files["film.es.html"])).toContain("Hola. Adiós.");
    expect(text(files["film.es+en.html"])).toMatch(/Hola\. Adiós\..*Hello\. Good bye\./);
    expect(text(files["film.es.vtt"])).toMatch(/^WEBVTT\n/);
    expect(text(files["citation.txt"])).toContain("Película film · The Publisher");
    expect(text(files["citation.ris"])).toMatch(
      /^TY {2}- VIDEO\r\nID {2}- film\r\nTI {2}- Película film\r\n/,
    );
    expect(text(files["citation.bib"])).toMatch(/^@misc\{film,\n/);
    expect(JSON.parse(text(files["citation.json"]))).toMatchObject([{ title: "Película film" }]);
    expect(text(files["license.txt"])).toContain(
      "https://creativecommons.org/licenses/by-nc/4.0/\n© Holder",
    );
    expect(text(files["attachments/Guía.pdf"])).toBe(guide);
    expect(Object.keys(unzipSync(files["film.es.docx"] ?? new Uint8Array()))).toContain(
      "word/document.xml",
    );
  });

  test("has an index page in its language that links to every file", async () => {
    const files = await filesOf("/transcripts/film/pack.zip?lang=es");
    const page = text(files["index.html"]);
    expect(page).toContain('<html lang="es" dir="ltr">');
    const links = [...page.matchAll(/<li><a href="([^"]+)"/g)].map(([, href]) =>
      decodeURIComponent(href ?? ""),
    );
    expect(["index.html", ...links]).toEqual(Object.keys(files));
  });

  test("is made once for each ETag: a second request reads the record and renders nothing", async () => {
    const render = vi.spyOn(webVttFormat, "render");
    const first = await filesOf("/transcripts/film/pack.zip?lang=en");
    const count = render.mock.calls.length;
    expect(count).toBe(1);
    expect(await filesOf("/transcripts/film/pack.zip?lang=en")).toEqual(first);
    expect(render.mock.calls).toHaveLength(count);
    render.mockRestore();
  });

  test("is in the original language if none is requested, without a second language", async () => {
    const files = await filesOf("/transcripts/film/pack.zip");
    expect(Object.keys(files).filter((name) => name.endsWith(".docx"))).toEqual(["film.en.docx"]);
    expect(Object.keys(files)).toContain("attachments/guide.pdf");
  });

  test("falls back to another language if the film doesn't have the requested one", async () => {
    const response = await get("/transcripts/film/pack.zip?lang=vi");
    expect(response.headers.get("Content-Language")).toBe("en");
    await response.arrayBuffer();
  });

  test("doesn't name people who aren't public", async () => {
    for (const [name, bytes] of Object.entries(
      await filesOf("/transcripts/quiet/pack.zip?lang=es"),
    )) {
      expect(text(bytes), name).not.toContain("Hidden Person");
    }
  });

  test("is 410 for a withdrawn film, and 404 for drafts, films without captions and unknown slugs", async () => {
    expect((await get("/transcripts/gone/pack.zip?lang=es")).status).toBe(410);
    for (const slug of ["draft", "silent", "nothing", "../film"]) {
      expect((await get(`/transcripts/${slug}/pack.zip`)).status, slug).toBe(404);
    }
  });
});

test("the download of a pack fails if a file can't be read, so that no incomplete pack looks complete", async () => {
  const lost = await storeFile("lost", "pdf");
  const attachments = [{ inLanguage: "en", name: { en: "Lost" }, file: lost }];
  await publish(await episode("lost", { attachments }));
  await env.BLOBS.delete(`blobs/${lost.sha256}`);
  const response = await get("/transcripts/lost/pack.zip");
  await expect(response.arrayBuffer()).rejects.toThrow(/not stored/);
});

describe("the response with a class pack", () => {
  test("has the same bytes each time and an ETag, and is 304 if it matches", async () => {
    const bytes = async () => {
      const response = await get("/transcripts/film/pack.zip?lang=es");
      return [response.headers.get("ETag"), new Uint8Array(await response.arrayBuffer())] as const;
    };
    const [etag, first] = await bytes();
    expect(await bytes()).toEqual([etag, first]);
    const known = await get("/transcripts/film/pack.zip?lang=es", { "If-None-Match": etag ?? "" });
    expect(known.status).toBe(304);
    const other = await get("/transcripts/film/pack.zip?lang=en", { "If-None-Match": etag ?? "" });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
  });

  test("is a zip file with a name in its language", async () => {
    const response = await get("/transcripts/film/pack.zip?lang=es");
    expect(response.headers.get("Content-Type")).toBe("application/zip");
    expect(decodeURIComponent(response.headers.get("Content-Disposition") ?? "")).toContain(
      "filename*=UTF-8''Película film – Paquete para la clase (es).zip",
    );
    await response.arrayBuffer();
  });

  test("costs one statement of six rows, and reads each file only when it is sent", async () => {
    const { bindings, cost } = countCost();
    const response = await ask("/transcripts/film/pack.zip?lang=es", {}, bindings);
    expect(cost).toMatchObject({ roundTrips: 1, bucketCalls: [] });
    expect(cost.rowsRead).toBeLessThanOrEqual(6);
    const reader = response.body?.getReader();
    await reader?.read();
    expect(cost.bucketCalls).toEqual([]);
    while (!(await reader?.read())?.done);
    expect(cost.bucketCalls).toEqual(["get", "get"]);
  });

  test("reads no file for HEAD, or after the client disconnected", async () => {
    const { bindings, cost } = countCost();
    await ask("/transcripts/film/pack.zip?lang=es", { method: "HEAD" }, bindings);
    const response = await ask("/transcripts/film/pack.zip?lang=es", {}, bindings);
    await response.body?.cancel();
    expect(cost.bucketCalls).toEqual([]);
  });
});
