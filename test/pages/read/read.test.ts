import { beforeAll, describe, expect, test } from "vitest";
import { ask, get } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { document, librarySettings, publish, storeFile } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

const long = "# Memo\n\n## Why\n\nBecause.\n\n## When\n\n### A day\n\nToday.\n";

beforeAll(async () => {
  await publish(librarySettings());
  const texts = [
    { inLanguage: "en", file: await storeFile(long, "md") },
    { inLanguage: "es", file: await storeFile(long.replace("Because.", "Porque sí."), "md") },
    { inLanguage: "es", file: await storeFile("%PDF-1.7", "pdf") },
    { inLanguage: "ar", file: await storeFile("## لماذا\n\nنص.", "md") },
  ];
  await publish(await document("memo", { texts }));
});

const anchorsOf = async (path: string) => {
  const { elements } = await pageOf(await get(path));
  const targets = elements.map(({ attributes }) => attributes.href ?? "");
  const ids = elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined);
  return { targets: targets.filter((href) => href.startsWith("#")), ids };
};

describe("a document's page", () => {
  test("lists its headings of two levels, each as a link", async () => {
    const { targets, ids } = await anchorsOf("/en/read/memo");
    // Each heading has a link to itself, too.
    const own = ["#memo", "#why", "#when", "#a-day"];
    expect(targets).toEqual(["#content", "#memo", "#why", "#when", ...own]);
    for (const target of targets) expect(ids).toContain(target.slice(1));
  });

  test("has no table of contents if the text has few headings", async () => {
    const own = `#${encodeURIComponent("لماذا")}`;
    expect((await anchorsOf("/ar/read/memo")).targets).toEqual(["#content", own]);
  });

  test("has one title, with the headings of its text below", async () => {
    const { elements } = await pageOf(await get("/en/read/memo"));
    const levels = elements.map(({ name }) => name).filter((name) => /^h\d$/.test(name));
    // The last heading is “How to cite”.
    expect(levels).toEqual(["h1", "h2", "h2", "h3", "h3", "h4", "h2"]);
  });

  test("links to each PDF with its language and size", async () => {
    const html = await (await get("/vi/read/memo")).text();
    const [, pdf = ""] = /<ul class="link-list pdfs">(.*?)<\/ul>/.exec(html) ?? [];
    expect(pdf).toMatch(/hreflang="es">[^<]*PDF<\/a> <small>Tiếng Tây Ban Nha, 1.kB</);
  });

  test("doesn't repeat the title, and warns before the text", async () => {
    const file = await storeFile("# The plan\n\nOne[^1].\n\n[^1]: Note.\n", "md");
    const name = { en: "The Plan" };
    const contentWarning = { en: "Deaths in detention.", es: "Muertes en detención." };
    await publish(
      await document("plan", { name, contentWarning, texts: [{ inLanguage: "en", file }] }),
    );
    const { elements, html } = await pageOf(await get("/es/read/plan"));
    expect(elements.filter(({ name: tag }) => tag === "h1")).toHaveLength(1);
    expect(html).not.toMatch(/<h2[^>]*>The plan/);
    expect(html).toMatch(/Antes de leer<\/strong>[^<]*Muertes en detención\./);
    // The text is in English, the words of its links in the page's language.
    expect(html).toMatch(/lang="es">Notas al pie<\/h2>/);
  });
});

describe("two texts of a document side by side", () => {
  test("are divided into parts that stand beside each other", async () => {
    const { html } = await pageOf(await get("/en/read/memo?beside=es"));
    const rows = html.split('<div class="pair">').slice(2);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(/Because\.[\s\S]*Porque sí\./);
  });

  test("are both shown, each with its language and direction, and without duplicate ids", async () => {
    const html = await (await get("/en/read/memo?beside=ar")).text();
    expect(html).toContain("Because.");
    expect(html).toMatch(/<div class="prose" lang="ar" dir="rtl"><h2>/);
    const { ids } = await anchorsOf("/en/read/memo?beside=es");
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("are linked from the page of one text, and are kept when the language is switched", async () => {
    const one = await (await get("/en/read/memo")).text();
    expect(one).toContain('href="/en/read/memo?beside=es"');
    const two = await pageOf(await get("/en/read/memo?beside=ar"));
    const links = two.elements.map(({ attributes }) => attributes.href);
    expect(links).toContain("/es/read/memo?beside=ar");
    expect(two.html).toContain('rel="canonical" href="https://library.example/en/read/memo"');
  });

  test.each(["en", "so", "x", "%3Cb%3E", ""])(
    "are one where there is no other: “%s”",
    async (tag) => {
      const html = await (await get(`/en/read/memo?beside=${tag}`)).text();
      expect(html.split('class="prose"')).toHaveLength(2);
    },
  );

  test("need one round trip and one more row", async () => {
    const { bindings, cost } = countCost();
    await (await ask("/es/read/memo?beside=en", {}, bindings)).arrayBuffer();
    expect(cost.roundTrips).toBe(1);
    expect(cost.rowsRead).toBeLessThanOrEqual(6);
  });
});
