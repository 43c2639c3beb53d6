import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, get } from "../../support/ask.ts";
import { episode, librarySettings, publish, track, vtt } from "../../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings());
  const captions = await Promise.all([
    track("en", vtt("<v Ana>Hello.", "<v Ana>Good bye."), "captions"),
    track("ar", vtt("<v آنا>مرحبا.", "<v آنا>وداعا.")),
    track("es-MX", vtt("Hola.", "<script>alert(1)</script>Adiós &lt;b&gt;.")),
  ]);
  const [english, arabic, spanish] = captions;
  if (!english || !arabic || !spanish) throw new Error("there are three");
  const marked = [english, { ...arabic, stale: true }, { ...spanish, origin: "machine" as const }];
  await publish(await episode("film", { captions: marked }));
});

const pageAt = async (path: string) => bodyOf(await get(path));
/** The two sides of each row. */
const rowsIn = (page: string) =>
  [...page.matchAll(/<div data-column="[^"]*" lang="([^"]*)" dir="([^"]*)">(.*?)<\/div>/g)].map(
    ([, lang, dir, words = ""]) => [lang, dir, words.replace(/<a .*?<\/a>|<[^>]*>/g, "")],
  );

describe("two languages side by side", () => {
  test("have their language and direction on each side of every row", async () => {
    expect(rowsIn(await pageAt("/ar/watch/film?beside=en"))).toEqual([
      ["ar", "rtl", "آنا مرحبا."],
      ["en", "ltr", "Ana Hello."],
      ["ar", "rtl", "وداعا."],
      ["en", "ltr", "Good bye."],
    ]);
  });

  test("can be requested by a base language, and markup in captions is escaped", async () => {
    const page = await pageAt("/en/watch/film?beside=es");
    expect(rowsIn(page).filter(([lang]) => lang === "es-MX")).toHaveLength(2);
    expect(page).toContain("Adiós &lt;b&gt;.");
    expect(page).not.toContain("alert(1)</script>");
  });

  test("swap sides when the reader switches to the second language", async () => {
    const page = await pageAt("/en/watch/film?beside=es");
    expect(page).toContain('href="/es/watch/film?beside=en" hreflang="es"');
    expect(page).toContain('href="/vi/watch/film?beside=es-MX" hreflang="vi"');
  });

  test("are labeled if they are machine-generated or outdated", async () => {
    expect(await pageAt("/en/watch/film?beside=es-MX")).toContain(
      "Mexican Spanish: Machine-generated: may contain errors",
    );
    expect(await pageAt("/en/watch/film?beside=ar")).toContain(
      "Arabic: The original has changed since this version was written",
    );
    expect(await pageAt("/en/watch/film")).not.toContain("The original has changed");
  });

  test("mark search terms on both sides", async () => {
    const page = await pageAt("/en/watch/film?beside=es&q=hola+hello");
    expect([...page.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word)).toEqual([
      "Hello",
      "Hola",
    ]);
  });

  test("have the page's canonical address", async () => {
    const page = await pageAt("/en/watch/film?beside=es");
    expect(page).toContain('<link rel="canonical" href="https://library.example/en/watch/film"');
  });
});
