import { beforeAll, describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../../src/i18n/interface-languages.ts";
import { aboutNames } from "../../../src/records/addresses.ts";
import { defaultPicture, embedCode } from "../../../src/records/embed/embed-code.ts";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { get, origin } from "../../support/ask.ts";
import { librarySettings, publish } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await publishSampleLibrary();
});

describe("the pages about the library", () => {
  const pages = interfaceLanguages.flatMap((language) =>
    aboutNames.map((name) => [language, name] as const),
  );

  test.each(pages)(
    "exist in %s: %s, with one link to each of the others",
    async (language, name) => {
      const response = await get(`/${language}/about/${name}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Language")).toBe(language);
      const page = await pageOf(response);
      const links = page.elements.map(({ attributes }) => attributes.href);
      for (const other of aboutNames.filter((one) => one !== name)) {
        expect(links.filter((link) => link === `/${language}/about/${other}`)).toHaveLength(1);
      }
      for (const other of interfaceLanguages) expect(links).toContain(`/${other}/about/${name}`);
      expect(page.html).not.toContain("{origin}");
    },
  );

  test("are linked from the footer of every page", async () => {
    const page = await pageOf(await get("/es/watch/film"));
    const links = page.elements.map(({ attributes }) => attributes.href);
    for (const name of aboutNames) expect(links).toContain(`/es/about/${name}`);
  });

  test("give the contact address, or say that there is none", async () => {
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

  test("show the library's own address in the embed code", async () => {
    const html = await (await get("/en/about/embed")).text();
    const address = `${origin}/embed/FILM?lang=en`;
    const code = embedCode(address, "The film's title", { picture: defaultPicture });
    const text = html
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'");
    expect(text).toContain(code);
    expect(html).not.toContain("<iframe");
  });

  test("have the same structure in every language", async () => {
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

  test("don't include other names", async () => {
    expect((await get("/en/about/nothing")).status).toBe(404);
    expect((await get("/en/about/constructor")).status).toBe(404);
  });
});
