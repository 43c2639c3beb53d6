import { beforeAll, expect, test } from "vitest";
import { get, jsonOf } from "../../support/ask.ts";
import { episode, librarySettings, publish, track, vtt } from "../../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings({ interfaceLanguages: ["en", "es"] }));
  const captions = [await track("mam", vtt("Mam.")), await track("es-MX", vtt("Hola."))];
  await publish(await episode("film", { inLanguage: "ar", name: { ar: "فيلم" }, captions }));
  const hidden = [await track("fr", vtt("Bonjour."))];
  await publish(await episode("draft", { status: "draft", captions: hidden }));
  await publish(await episode("soon", { datePublished: "2999-01-01", captions: hidden }));
});

test("lists the languages of the library's pages, then those of its public works", async () => {
  const { items } = await jsonOf(await get("/api/v1/languages?lang=es"));
  expect(items).toEqual([
    language("en", { ownName: "English", name: "inglés", hasPages: true, hasWorks: false }),
    language("es", { ownName: "español", name: "español", hasPages: true }),
    language("ar", { ownName: "العربية", name: "árabe", direction: "rtl" }),
    language("mam", { ownName: "Qyol Mam", name: expect.any(String), substitutes: ["es"] }),
  ]);
});

const language = (tag: string, changes: object) => ({
  tag,
  direction: "ltr",
  hasPages: false,
  hasWorks: true,
  substitutes: [],
  ...changes,
});
