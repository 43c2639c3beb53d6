import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, get, origin } from "../support/ask.ts";
import { episode, librarySettings, publish, track, vtt } from "../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings());
  const captions = await Promise.all([
    track("en", vtt("<v Ana>Hello.", "<v Ana>Good bye."), "captions"),
    track("es-MX", vtt("<v Ana>Hola.", "<v Ana>Adiós.")),
    track("ar", vtt("مرحبا.", "وداعا.")),
  ]);
  const name = { en: "A film: part 1", es: "Una película", ar: "فيلم" };
  await publish(await episode("film", { captions, name, license: "CC-BY-NC-4.0" }));
});

const etagOf = async (path: string) => (await get(path)).headers.get("ETag");

describe("a pair", () => {
  test.each(["en+ar", "en%2Bar", "en%20ar"])("is at %s", async (file) => {
    const response = await get(`/transcripts/film/${file}.txt`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Hello. Good bye.\nمرحبا. وداعا.");
    expect(response.headers.get("Content-Language")).toBe("en, ar");
    expect(response.headers.get("Link")).toBe(
      `<${origin}/transcripts/film/en+ar.txt>; rel="canonical"`,
    );
  });

  test("has the requested order, and finds a variety by its base language", async () => {
    const text = await bodyOf(await get("/transcripts/film/es+en.csv"));
    expect(text).toContain("es-MX,en\r\n");
    expect(text).toContain("Hola.,Hello.");
  });

  test.each(["en+so.txt", "so+en.txt", "en+en.txt", "es+es-MX.txt", "en+ar+es.txt", "en+.txt"])(
    "that doesn't exist is 404: %s",
    async (file) => {
      expect((await get(`/transcripts/film/${file}`)).status).toBe(404);
    },
  );

  test("isn't available as captions, which are one track", async () => {
    expect((await get("/captions/film/en+ar.vtt")).status).toBe(404);
  });
});

test.each(["en.html", "es+en.html", "en+ar.html?times=1", "es.html", "en/corrections"])(
  "%s has the same canonical address in its head and in its Link header",
  async (path) => {
    const response = await get(`/transcripts/film/${path}`);
    const [, canonical] =
      /<link rel="canonical" href="([^"]+)">/.exec(await bodyOf(response)) ?? [];
    expect(response.headers.get("Link")).toBe(`<${canonical}>; rel="canonical"`);
  },
);

describe("the options of a transcript", () => {
  test("are parameters of its address", async () => {
    expect(await bodyOf(await get("/transcripts/film/en.txt"))).toContain("\nAna: Hello.");
    expect(await bodyOf(await get("/transcripts/film/en.txt?times=1&speakers=0"))).toContain(
      "\n[0:00] Hello.",
    );
  });

  test("change the ETag, but their order and their default values don't", async () => {
    const path = "/transcripts/film/en.md";
    const plain = await etagOf(path);
    expect(await etagOf(`${path}?times=1`)).not.toBe(plain);
    expect(await etagOf(`${path}?speakers=0`)).not.toBe(await etagOf(`${path}?times=1`));
    expect(await etagOf(`${path}?times=0&speakers=1&x=y&times=1`)).toBe(plain);
    expect(await etagOf(`${path}?times=1&speakers=0`)).toBe(
      await etagOf(`${path}?speakers=0&times=1`),
    );
    expect(await etagOf(`${path}?times=yes`)).toBe(plain);
  });

  test("aren't part of the canonical address", async () => {
    const { headers } = await get("/transcripts/film/en.md?times=1");
    expect(headers.get("Link")).toBe(`<${origin}/transcripts/film/en.md>; rel="canonical"`);
  });
});

test("file names are in the language of the transcript", async () => {
  const nameOf = async (path: string) =>
    (await get(`/transcripts/film/${path}`)).headers.get("Content-Disposition");
  expect(await nameOf("es.csv")).toBe(
    `attachment; filename="Una pelicula - Transcripcion (es-MX).csv"; ` +
      "filename*=UTF-8''Una%20pel%C3%ADcula%20%E2%80%93%20Transcripci%C3%B3n%20%28es-MX%29.csv",
  );
  expect(await nameOf("en.html")).toContain(
    'inline; filename="A film- part 1 - Transcript (en).html"',
  );
  const arabic = decodeURIComponent((await nameOf("ar+en.html"))?.split("''")[1] ?? "");
  expect(arabic).toMatch(/^فيلم – .+ \(ar\+en\)\.html$/);
});

test.each([
  ["txt", "text/plain; charset=utf-8"],
  ["md", "text/markdown; charset=utf-8; variant=CommonMark"],
  ["html", "text/html; charset=utf-8"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["csv", "text/csv; charset=utf-8; header=present"],
  ["json", "application/json; charset=utf-8"],
  ["vtt", "text/vtt; charset=utf-8"],
  ["srt", "application/x-subrip; charset=utf-8"],
])("%s has its media type", async (extension, type) => {
  for (const languages of ["en", "en+ar"]) {
    const response = await get(`/transcripts/film/${languages}.${extension}`);
    expect(response.headers.get("Content-Type")).toBe(type);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  }
});

test("speakers have the names that the manifest gives them, in every format", async () => {
  const cues = vtt("[SPEAKER_00]: Hello.", "[SPEAKER_01]: Yes.", "[SPEAKER_00]: So.");
  const named = { ...(await track("en", cues, "captions")), speakers: { SPEAKER_00: "Ana Paz" } };
  await publish(await episode("speakers", { captions: [named] }));
  const read = async (extension: string) =>
    bodyOf(await get(`/transcripts/speakers/en.${extension}`));
  expect(await read("txt")).toContain("Ana Paz: Hello.");
  expect(await read("csv")).toContain("Ana Paz,Hello.\r\n");
  expect(await read("csv")).toContain("SPEAKER_01,Yes.\r\n");
  expect(await read("json")).toContain('"speaker":"Ana Paz","body":"So."');
  expect(await read("html")).toContain("<b><bdi>Ana Paz</bdi>:</b> Hello.");
  expect(await bodyOf(await get("/en/watch/speakers"))).toContain(
    '<b class="speaker">Ana Paz </b>Hello.',
  );
  expect(await bodyOf(await get("/captions/speakers/en.vtt"))).toContain("[SPEAKER_00]: Hello.");

  await publish(await episode("speakers", { captions: [{ ...named, speakerLabels: false }] }));
  expect(await read("txt")).toContain("[SPEAKER_00]: Hello.");
});

describe("an exercise made from a transcript", () => {
  test.each([
    "en.gap.html",
    "en.gap.docx",
    "es+en.gap.html",
    "es+en.vocabulary.html",
    "en.vocabulary.csv",
    "es+ar.cards.csv",
  ])("is at %s, with its own name", async (file) => {
    const response = await get(`/transcripts/film/${file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Disposition")).toContain(file.replace(/^[^.]*/, ""));
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  test("leaves out the words that its address names", async () => {
    const text = await bodyOf(await get("/transcripts/film/en.gap.html?words=good,bye"));
    expect(text).toContain("Hello. (1)__________ (2)__________.");
    expect(await etagOf("/transcripts/film/en.gap.html?every=2")).toBe(
      await etagOf("/transcripts/film/en.gap.html"),
    );
    expect(await etagOf("/transcripts/film/en.gap.html?every=5")).not.toBe(
      await etagOf("/transcripts/film/en.gap.html"),
    );
  });

  test.each(["en.gap.pdf", "en.gap", "so.gap.html", "en.cards.csv.csv"])(
    "doesn't exist otherwise: %s",
    async (file) => {
      expect((await get(`/transcripts/film/${file}`)).status).toBe(404);
    },
  );
});

test("captions have the names that the manifest gives to speakers", async () => {
  const file = await track("en", vtt("<v SPEAKER_00>Hello.", "<v Lan>Hi."), "captions");
  const captions = [{ ...file, speakers: { SPEAKER_00: "Ana Morales" } }];
  await publish(await episode("renamed", { captions }));
  expect(await bodyOf(await get("/captions/renamed/en.vtt"))).toContain("<v Ana Morales>Hello.");
  expect(await bodyOf(await get("/transcripts/renamed/en.vtt"))).toContain("<v Ana Morales>Hello.");
  expect(await bodyOf(await get("/captions/renamed/en.srt"))).not.toContain("SPEAKER_00");
});
