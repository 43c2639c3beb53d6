import { beforeAll, describe, expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import { document, episode, librarySettings, publish } from "../../support/library.ts";

/** A film in which nobody speaks is in no language (`zxx`): it has a label of its own, and no text to offer. */

beforeAll(async () => {
  await publish(librarySettings());
  await publish(
    await episode("rain", {
      inLanguage: "zxx",
      name: { en: "Rain on a Roof", es: "Lluvia sobre un techo" },
      description: { en: "Rain, and nothing else." },
      captions: [],
    }),
  );
  await publish(await document("memo"));
});

const labels = { en: "No speech", es: "Sin diálogo", vi: "Không lời", ar: "بلا كلام" };

/** A page without its scripts, styles and attributes. */
async function textOf(path: string): Promise<string> {
  const answer = await get(path);
  expect(answer.status, path).toBe(200);
  const html = await answer.text();
  return html.replace(/<(script|style)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ");
}

describe("a film without speech", () => {
  test.each(Object.entries(labels))(
    "is called so in lists and filters in %s",
    async (language, label) => {
      const list = await textOf(`/${language}/library`);
      expect(list).toContain(label);
      expect(list).not.toMatch(/zxx|linguistic|lingüístico|ngôn ngữ học/i);
      const filtered = await textOf(`/${language}/library?in=zxx`);
      expect(filtered).toMatch(/Rain on a Roof|Lluvia/);
      expect(filtered).not.toContain("zxx");
    },
  );

  test("has its own page, embed and search result, which show no tag", async () => {
    for (const path of [
      "/en/watch/rain",
      "/es/watch/rain",
      "/ar/watch/rain",
      "/embed/rain?lang=en",
      "/en/search?q=rain",
      "/en/",
    ]) {
      expect(await textOf(path), path).not.toMatch(/zxx|No linguistic content/i);
    }
    const watch = await textOf("/en/watch/rain");
    expect(watch).toContain("Nobody speaks in this film.");
    expect(watch).not.toMatch(/no transcript yet|no captions in your language/i);
    // The match is marked within the title.
    expect(await textOf("/en/search?q=rain")).toMatch(/Rain\s+on a Roof/);
  });

  test("has citations, and no transcript or captions", async () => {
    for (const extension of ["ris", "bib", "json"]) {
      const citation = await get(`/cite/rain.${extension}?lang=en`);
      expect(citation.status).toBe(200);
      expect(await citation.text()).not.toContain("zxx");
    }
    expect((await get("/transcripts/rain/en.txt")).status).toBe(404);
    expect((await get("/transcripts/rain/zxx.txt")).status).toBe(404);
    expect((await get("/captions/rain/zxx.vtt")).status).toBe(404);
  });
});
