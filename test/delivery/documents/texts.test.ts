import { beforeAll, describe, expect, test } from "vitest";
import { ask, get } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { document, librarySettings, publish, storeFile } from "../../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings());
  const texts = [
    { inLanguage: "en", file: await storeFile("# Memo\n\nText.", "md") },
    { inLanguage: "es-MX", file: await storeFile("Texto.", "md") },
    { inLanguage: "vi", file: await storeFile("%PDF-1.7", "pdf") },
  ];
  await publish(await document("memo", { texts }));
  await publish(await document("draft", { texts, status: "draft" }));
  await publish(await document("gone", { texts, status: "withdrawn" }));
});

describe("a document to take along", () => {
  test.each([
    ["md", "text/markdown; charset=utf-8; variant=GFM", /^inline/],
    ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", /^attach/],
    ["epub", "application/epub+zip", /^attach/],
  ])(
    "is answered as .%s, with a name, a language, an ETag and for any origin",
    async (ext, type, disposition) => {
      const answer = await get(`/texts/memo/en.${ext}`);
      expect(answer.status).toBe(200);
      const { headers } = answer;
      expect(headers.get("Content-Type")).toBe(type);
      expect(headers.get("Content-Disposition")).toMatch(disposition);
      expect(headers.get("Content-Disposition")).toContain(`.${ext}`);
      expect(headers.get("Content-Language")).toBe("en");
      expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(headers.get("Link")).toBe(
        `<https://library.example/texts/memo/en.${ext}>; rel="canonical"`,
      );
      const etag = headers.get("ETag") ?? "";
      expect(
        (await ask(`/texts/memo/en.${ext}`, { headers: { "If-None-Match": etag } })).status,
      ).toBe(304);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(10);
    },
  );

  test("is the text of the language or of a variety of it, never another", async () => {
    const spanish = await get("/texts/memo/es.md");
    expect(spanish.headers.get("Content-Language")).toBe("es-MX");
    expect(await spanish.text()).toContain("Texto.");
    expect((await get("/texts/memo/es-MX.md")).status).toBe(200);
  });

  test.each([
    ["/texts/memo/vi.md", 404],
    ["/texts/memo/so.md", 404],
    ["/texts/memo/en.pdf", 404],
    ["/texts/memo/en", 404],
    ["/texts/nothing/en.md", 404],
    ["/texts/draft/en.md", 404],
    ["/texts/gone/en.epub", 410],
  ])("answers as other addresses do where there is none: %s %i", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test("needs one round trip", async () => {
    const { bindings, cost } = countCost();
    await (await ask("/texts/memo/en.md", {}, bindings)).arrayBuffer();
    expect(cost.roundTrips).toBe(1);
  });

  test("is listed on the document's page, in the language that it shows", async () => {
    const html = await (await get("/es/read/memo")).text();
    for (const extension of ["docx", "epub", "md"]) {
      expect(html).toContain(`href="/texts/memo/es-MX.${extension}"`);
    }
  });
});

describe("a picture in a document", () => {
  test("is shown on the page and in the book, in a preview too, and isn't public before the document", async () => {
    const png = Uint8Array.from(
      atob(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      ),
      (character) => character.charCodeAt(0),
    );
    const file = await storeFile(png, "png");
    const markdown = "![A map](maps/a.png) ![Gone](b.png) ![Far](https://elsewhere.example/c.png)";
    const texts = [{ inLanguage: "en", file: await storeFile(markdown, "md") }];
    const pictures = [{ name: "maps/a.png", file, width: 1, height: 1 }];
    const draft = await document("mapped", { texts, pictures, status: "draft" });
    await publish(draft);
    const address = `/media/${file.sha256}.png`;
    expect((await get(address)).status).toBe(404);
    await publish({ ...draft, status: "published" });
    expect((await get(address)).headers.get("Content-Type")).toBe("image/png");
    const html = await (await get("/en/read/mapped")).text();
    expect(html).toContain(`<img src="${address}" alt="A map" width="1" height="1"`);
    expect(html).not.toContain("elsewhere.example");
    const own = await (await get("/texts/mapped/en.md")).text();
    expect(own).toContain(`![A map](https://library.example${address})`);
    const book = new Uint8Array(await (await get("/texts/mapped/en.epub")).arrayBuffer());
    expect(new TextDecoder("latin1").decode(book)).toContain(new TextDecoder("latin1").decode(png));
  });
});
