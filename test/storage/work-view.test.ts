import { beforeAll, describe, expect, test } from "vitest";
import { readWork } from "../../src/storage/work-view.ts";
import {
  database,
  episode,
  librarySettings,
  publish,
  seasonsNamed,
  series,
  track,
  vtt,
} from "../support/library.ts";

const now = "2026-02-01T00:00:00.000Z";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(seasonsNamed("tale", 1, 2));
  await publish(series("hidden-tale", { status: "draft" }));
  const part = (number: number, more = {}) =>
    episode(`tale-${number}`, { series: "tale", episode: number, ...more });
  await publish(await part(1));
  await publish(await part(2, { status: "draft" }));
  await publish(await part(3, { datePublished: "2026-03-01" }));
  await publish(await part(4));
  await publish(await episode("tale-s2", { series: "tale", season: 2, episode: 1 }));
  await publish(await episode("alone", { series: "hidden-tale" }));
});

describe("what a work's page reads", () => {
  test("is the work, the library's settings, its series and the next public episode", async () => {
    const view = await readWork(database, "tale-1", "en", now);
    expect(view.work?.record.slug).toBe("tale-1");
    expect(view.library?.record.kind).toBe("Library");
    expect(view.series?.record.slug).toBe("tale");
    expect(view.next?.record.slug).toBe("tale-4");
  });

  test("has a scheduled episode as the next one from its date on", async () => {
    const view = await readWork(database, "tale-1", "en", "2026-03-01T00:00:00.000Z");
    expect(view.next?.record.slug).toBe("tale-3");
  });

  test("continues with the next season, and ends with the last episode", async () => {
    expect((await readWork(database, "tale-4", "en", now)).next?.record.slug).toBe("tale-s2");
    expect((await readWork(database, "tale-s2", "en", now)).next).toBeUndefined();
  });

  test("doesn't show a series that isn't published", async () => {
    expect((await readWork(database, "alone", "en", now)).series).toBeUndefined();
  });

  test("has only the library's settings if there is no such work", async () => {
    const view = await readWork(database, "unknown", "en", now);
    expect(view).toMatchObject({
      work: undefined,
      text: undefined,
      series: undefined,
      next: undefined,
    });
    expect(view.library).toBeDefined();
  });
});

test("the text is the one in the nearest language", async () => {
  await publish(librarySettings({ neighbours: { quc: ["mam", "vi"] } }));
  const captions = await Promise.all(
    ["en", "es", "es-MX", "est", "vi", "so-SO"].map((tag) => track(tag, vtt(tag))),
  );
  await publish(await episode("many-languages", { captions }));
  await publish(await episode("german", { captions: [await track("fr", vtt("fr"))] }));
  const languageFor = async (requested: string, slug = "many-languages") =>
    (await readWork(database, slug, requested, now)).text?.language;
  expect(await languageFor("es")).toBe("es");
  expect(await languageFor("es-MX")).toBe("es-MX");
  expect(await languageFor("es-AR")).toBe("es");
  expect(await languageFor("so")).toBe("so-SO");
  expect(await languageFor("quc")).toBe("vi");
  expect(await languageFor("ar")).toBe("en");
  expect(await languageFor("ar", "german")).toBe("fr");
});

test("a long text that was read before is read again only if it is another one", async () => {
  const long = (word: string) => vtt(...Array.from({ length: 2_000 }, () => word));
  const readText = async (language = "en") =>
    (await readWork(database, "long", language, now)).text;
  const tracks = [await track("en", long("before")), await track("es", long("antes"))];
  await publish(await episode("long", { captions: tracks }));
  const first = await readText();
  expect(first?.body).toContain("before");
  expect(await readText()).toBe(first);
  expect((await readText("es"))?.body).toContain("antes");
  await publish(await episode("long", { captions: [await track("en", long("beyond"))] }));
  expect((await readText())?.body).toContain("beyond");
  expect((await readText("es"))?.language).toBe("en");
});
