import { beforeAll, describe, expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  storeFile,
  track,
  vtt,
} from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await publish(librarySettings({ neighbours: { ar: ["es"] } }));
  const captions = [
    await track("en", vtt("English words."), "captions"),
    await track("es", vtt("Palabras españolas.")),
  ];
  await publish(await episode("film", { captions }));
  await publish(await document("paper"));
});

const textAt = async (path: string) => {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return response.text();
};

describe("a page in the reader's own language", () => {
  test("has the title and the text in that language", async () => {
    const page = await textAt("/es/watch/film");
    expect(page).toContain("Película film");
    expect(page).toContain("Palabras españolas.");
    expect(await textAt("/es/read/paper")).toContain("Español de paper.");
  });
});

describe("a text that is missing in the reader's language", () => {
  test("comes from the original if no neighboring language is configured", async () => {
    expect(await textAt("/vi/watch/film")).toContain("English words.");
    expect(await textAt("/vi/read/paper")).toContain("English of paper.");
  });

  test("comes from the configured neighboring language, on every page", async () => {
    const watch = await textAt("/ar/watch/film");
    expect(watch).toContain("Película film");
    expect(watch).toContain("Palabras españolas.");
    expect(await textAt("/embed/film?lang=ar")).toContain("Palabras españolas.");
    expect(await textAt("/ar/read/paper")).toContain("Español de paper.");
  });

  test("comes from any language if the original has no text either", async () => {
    const file = await storeFile("Solo en español.", "md");
    await publish(await document("spanish-only", { texts: [{ inLanguage: "es", file }] }));
    expect(await textAt("/vi/read/spanish-only")).toContain("Solo en español.");
    const captions = [await track("es", vtt("Solo subtítulos."))];
    await publish(await episode("subtitled-only", { captions }));
    expect(await textAt("/vi/watch/subtitled-only")).toContain("Solo subtítulos.");
  });

  test("comes from one of several regional variants", async () => {
    const captions = [
      await track("en", vtt("English words."), "captions"),
      await track("es-MX", vtt("Palabras de México.")),
      await track("es-419", vtt("Palabras de América.")),
    ];
    await publish(await episode("varieties", { captions }));
    expect(await textAt("/es/watch/varieties")).toMatch(/Palabras de (México|América)\./);
    expect(await textAt("/transcripts/varieties/es.txt")).toMatch(/Palabras de (México|América)\./);
  });

  test("has its own language and direction", async () => {
    await publish(await episode("arabic", { inLanguage: "ar", name: { ar: "فيلم" } }));
    const page = await pageOf(await get("/vi/watch/arabic"));
    expect(page.elements).toContainEqual({ name: "bdi", attributes: { lang: "ar", dir: "rtl" } });
  });

  test("is labeled if it is a description", async () => {
    await publish(await episode("plain", { description: { en: "Only in English." } }));
    expect(await textAt("/es/watch/plain")).toContain("En inglés");
  });

  test("is labeled if it is only the title", async () => {
    const { description: _, ...record } = await episode("titled", { name: { en: "Only English" } });
    await publish({ ...record, chapters: [] });
    expect(await textAt("/es/watch/titled")).toContain("En inglés");
  });
});

describe("the embed", () => {
  test("uses the requested language, otherwise the browser's with `Vary`", async () => {
    const asked = await get("/embed/film?lang=es", { "Accept-Language": "vi" });
    expect(asked.headers.get("Content-Language")).toBe("es");
    expect(asked.headers.get("Vary")).toBeNull();
    const unasked = await get("/embed/film", { "Accept-Language": "vi" });
    expect(unasked.headers.get("Content-Language")).toBe("vi");
    expect(unasked.headers.get("Vary")).toBe("Accept-Language");
  });

  test.each([
    ["", "en"],
    ["&captions=es", "es"],
    ["&captions=es-MX", "es"],
    ["&captions=ar", "es"],
    ["&captions=none", undefined],
  ])("shows the captions that are asked for: %j", async (parameter, language) => {
    const page = await pageOf(await get(`/embed/film?lang=en${parameter}`));
    const shown = page.elements.find(({ name, attributes }) => {
      return name === "track" && "default" in attributes;
    });
    expect(shown?.attributes.srclang).toBe(language);
  });

  test.each([
    ["65", "#t=65"],
    ["1:05,1m20s", "#t=65,80"],
    ["80,65", ""],
    ["%22%3E%3Cscript%3E", ""],
  ])("starts at the moment that is asked for: %s", async (moment, fragment) => {
    const page = await pageOf(await get(`/embed/film?t=${moment}`));
    const source = page.elements.find(({ name }) => name === "source");
    expect(source?.attributes.src).toMatch(new RegExp(`\\.webm${fragment}$`));
  });
});
