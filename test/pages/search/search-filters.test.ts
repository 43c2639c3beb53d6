import { beforeAll, describe, expect, test } from "vitest";
import { get, jsonOf, origin } from "../../support/ask.ts";
import { episode, librarySettings, publish, series, track, vtt } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

interface Answer {
  items: { slug: string; passages: { start: number | null; text: { text: string }[] }[] }[];
  suggestion: string | null;
}

async function find(query: string): Promise<Answer["items"]> {
  const response = await get(`/api/v1/search?lang=en&${query}`);
  expect(response.status, query).toBe(200);
  const { items }: Answer = await response.json();
  return items;
}

const slugsOf = (items: Answer["items"]) => items.map(({ slug }) => slug).sort();
const startsOf = (items: Answer["items"]) => items[0]?.passages.map(({ start }) => start);

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  const talk = vtt(
    "<v Rosa Méndez>The contract is expensive.",
    "<v Sheriff Cole>The contract stays.",
    `and so does the jail. ${"We talk about many other things tonight. ".repeat(6)}`,
    "<v Sheriff Cole>No more questions.",
    "<v Rosa Méndez>End it. End the jail.",
  );
  const other = vtt("<v Sheriff Cole>A contract is a contract.", "We deported nobody.");
  await publish(
    await episode("hall", { series: "tale", captions: [await track("en", talk, "captions")] }),
  );
  await publish(
    await episode("office", {
      datePublished: "2024-12-31T20:00:00-08:00",
      captions: [await track("en", other, "captions")],
    }),
  );
});

describe("a search is narrowed", () => {
  test("to one work, by any slug that it has or had", async () => {
    expect(slugsOf(await find("q=contract"))).toEqual(["hall", "office"]);
    expect(slugsOf(await find("q=contract&work=office"))).toEqual(["office"]);
    expect(slugsOf(await find("q=contract&work=office&series=tale"))).toEqual([]);
    expect(slugsOf(await find("q=contract&work=nothing"))).toEqual([]);
    await publish(await episode("bureau", { formerSlugs: ["office-two"], keywords: ["quince"] }));
    expect(slugsOf(await find("q=quince&work=office-two"))).toEqual(["bureau"]);
  });

  test("to the author's year", async () => {
    expect(slugsOf(await find("q=contract&year=2024"))).toEqual(["office"]);
    expect(slugsOf(await find("q=contract&year=2025"))).toEqual([]);
  });

  test("to what one person says, however their name is written", async () => {
    for (const name of ["Rosa+M%C3%A9ndez", "rosa+mendez"]) {
      const items = await find(`q=contract&speaker=${name}`);
      expect(slugsOf(items)).toEqual(["hall"]);
      expect(startsOf(items)).toEqual([0]);
    }
    expect(startsOf(await find("q=jail&speaker=Rosa+Mendez"))).toEqual([8]);
    expect(await find("q=stays&speaker=Rosa+Mendez")).toEqual([]);
    expect(slugsOf(await find("q=contract&speaker=Sheriff+Cole"))).toEqual(["hall", "office"]);
    expect(await find("q=contract&speaker=Mendez")).toEqual([]);
  });

  test("and a suggestion has results with the same filters", async () => {
    const ask = async (query: string): Promise<Answer> =>
      (await get(`/api/v1/search?${query}`)).json();
    expect((await ask("q=contrast+stays&work=hall")).suggestion).toBe("contract stays");
    const { html } = await pageOf(await get("/en/search?q=deportd&work=hall"));
    expect(html).toContain('href="/en/search?q=deported"');
  });
});

test("a value that a filter can't have is refused by the API and named by the page", async () => {
  for (const query of ["work=A+B", "year=26", "year=next", "speaker=***", "speaker="]) {
    const response = await get(`/api/v1/search?q=contract&${query}`);
    expect(response.status, query).toBe(400);
    const { detail, type } = await jsonOf(response);
    expect(type).toBe(`${origin}/docs/problems#invalid-request`);
    expect(detail).toContain(query.slice(0, query.indexOf("=")));
  }
  const { html } = await pageOf(await get("/en/search?q=contract&year=26&speaker=***"));
  expect(html).toContain("can’t use, for: speaker, year");
  expect(html).toContain("/en/watch/hall");
});

describe("the search page", () => {
  test("keeps its filters, names them, and each can be removed", async () => {
    const { html } = await pageOf(
      await get("/en/search?q=contract&work=hall&year=2026&speaker=Rosa+M%C3%A9ndez"),
    );
    for (const text of ["Only in “Film hall”", "Only from 2026", "Only what Rosa Méndez says"])
      expect(html).toContain(text);
    expect(html).toContain('name="work" value="hall"');
    expect(html).toContain("/en/search?q=contract&amp;work=hall&amp;year=2026");
  });

  test("shows a speaker's moments without other words", async () => {
    const { html } = await pageOf(await get("/en/search?speaker=Rosa+M%C3%A9ndez"));
    expect(html).toContain("/en/watch/hall?t=0");
    expect(html).not.toContain("/en/watch/office");
  });
});

test("series and films have a search field of their own, without a script", async () => {
  const { html: seriesHtml } = await pageOf(await get("/en/series/tale"));
  expect(seriesHtml).toContain('<input type="hidden" name="series" value="tale"/>');
  const { html: filmHtml } = await pageOf(await get("/en/watch/hall"));
  const [noscript] = /<noscript><search.*?<\/noscript>/s.exec(filmHtml) ?? [];
  expect(noscript).toContain('<input type="hidden" name="work" value="hall"/>');
  expect(noscript).toContain("Search this film");
});

test("a film's page marks words with the same stem if it has no others, as the hit did", async () => {
  const { html } = await pageOf(await get("/en/watch/office?q=deportation"));
  expect(html).toContain("<mark>deported</mark>");
  const { html: exact } = await pageOf(await get("/en/watch/office?q=deported"));
  expect(exact).toContain("<mark>deported</mark>");
});
