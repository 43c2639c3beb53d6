import { beforeAll, describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../../src/i18n/interface-languages.ts";
import { aboutNames } from "../../../src/records/addresses.ts";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { get, origin } from "../../support/ask.ts";
import { librarySettings, publish } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await publishSampleLibrary();
});

describe("what the library says about itself", () => {
  const pages = interfaceLanguages.flatMap((language) =>
    aboutNames.map((name) => [language, name] as const),
  );

  test.each(pages)("is there in %s: %s, with its way to the others", async (language, name) => {
    const response = await get(`/${language}/about/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Language")).toBe(language);
    const page = await pageOf(response);
    const links = page.elements.map(({ attributes }) => attributes.href);
    for (const other of aboutNames) expect(links).toContain(`/${language}/about/${other}`);
    for (const other of interfaceLanguages) expect(links).toContain(`/${other}/about/${name}`);
    expect(page.html).not.toContain("{origin}");
  });

  test("stands at the foot of every page", async () => {
    const page = await pageOf(await get("/es/watch/film"));
    const links = page.elements.map(({ attributes }) => attributes.href);
    for (const name of aboutNames) expect(links).toContain(`/es/about/${name}`);
  });

  test("says where to write to, or that no address is given", async () => {
    await publish(librarySettings());
    expect(await (await get("/es/about/contact")).text()).toContain(
      "Todavía no se ha publicado ninguna dirección",
    );
    await publish(librarySettings({ contact: "library@example.org" }));
    const html = await (await get("/es/about/contact")).text();
    expect(html).toContain(
      '<a href="mailto:library@example.org" dir="ltr">library@example.org</a>',
    );
    expect(html).not.toContain("Todavía no se ha publicado ninguna dirección");
    await publish(librarySettings({ contact: "https://example.org/write" }));
    expect(await (await get("/es/about/contact")).text()).toContain(
      '<a href="https://example.org/write" dir="ltr">https://example.org/write</a>',
    );
    await publish(librarySettings());
  });

  test("shows partners the library's own address to embed from", async () => {
    expect(await (await get("/en/about/embed")).text()).toContain(`${origin}/embed/FILM?lang=en`);
  });

  test("has the same parts in every language", async () => {
    const shape = async (language: string, name: string) => {
      const { elements } = await pageOf(await get(`/${language}/about/${name}`));
      return elements
        .map((element) => element.name)
        .filter((tag) => /^(h2|li|pre|code)$/.test(tag));
    };
    for (const name of aboutNames) {
      const english = await shape("en", name);
      for (const language of interfaceLanguages) {
        expect([language, await shape(language, name)]).toEqual([language, english]);
      }
    }
  });

  test("is nothing more than what it is", async () => {
    expect((await get("/en/about/nothing")).status).toBe(404);
    expect((await get("/en/about/constructor")).status).toBe(404);
  });
});
