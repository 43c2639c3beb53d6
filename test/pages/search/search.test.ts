import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { apply } from "../../../src/publishing/apply.ts";
import { get, jsonOf, origin } from "../../support/ask.ts";
import {
  database,
  document,
  episode,
  librarySettings,
  publish,
  series,
  storeFile,
  track,
  vtt,
} from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

interface Answer {
  items: {
    slug: string;
    name: string;
    nameLanguage: string;
    foundIn: string;
    url: string;
    passages: { start: number | null; url: string; text: { text: string; hit: boolean }[] }[];
  }[];
  next: string | null;
  partial: boolean;
  suggestion: string | null;
}

const noStore = "no-store";

async function api(query: string): Promise<Answer> {
  const response = await get(`/api/v1/search?${query}`);
  expect(response.status, query).toBe(200);
  return response.json();
}

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  const captions = [
    await track(
      "en",
      vtt("We said goodbye.", "Then we left <i>the</i> harbor.", "The end."),
      "captions",
    ),
    await track("vi", vtt("Chúng tôi từ biệt.", "Rồi rời khỏi đất nước.")),
  ];
  await publish(await episode("film", { series: "tale", captions }));
  const file = await storeFile(
    "# Departures\n\nA **harbor** is where a journey begins & ends.",
    "md",
  );
  await publish(await document("paper", { texts: [{ inLanguage: "en", file }] }));
});

test("a search in a series is found by a slug that the series had before", async () => {
  const { digest } = await publish(series("old-tale"));
  await publish(await episode("moved", { series: "old-tale", keywords: ["quince"] }));
  await publish(await episode("elsewhere", { series: "tale", keywords: ["quince"] }));
  const record = { ...series("new-tale"), formerSlugs: ["old-tale"] };
  await apply(database, env.BLOBS, { record, replaces: digest, actor: "test", now: new Date() });
  for (const slug of ["old-tale", "new-tale"]) {
    const { items } = await api(`q=quince&series=${slug}`);
    expect(items.map((item) => item.slug)).toEqual(["moved"]);
    const { html } = await pageOf(await get(`/en/search?q=quince&series=${slug}`));
    expect(html).toContain("/en/watch/moved");
    expect(html).not.toContain("/en/watch/elsewhere");
  }
  expect((await api("q=quince&series=no-tale")).items).toEqual([]);
});

describe("an answer of the API", () => {
  test("has the moments at which a film says the query, with the terms marked", async () => {
    const { items } = await api("q=left+harbor&lang=en");
    const film = items.find((item) => item.slug === "film");
    expect(film).toMatchObject({ name: "Film film", nameLanguage: "en", foundIn: "en" });
    expect(film?.passages).toEqual([
      {
        start: 2,
        page: null,
        url: `${origin}/en/watch/film?t=2&q=left%20harbor`,
        text: [
          { text: "We said goodbye. Then we ", hit: false },
          { text: "left", hit: true },
          { text: " the ", hit: false },
          { text: "harbor", hit: true },
          { text: ". The end.", hit: false },
        ],
      },
    ]);
  });

  test("links to the passage in a document", async () => {
    const { items } = await api("q=%22journey+begins%22&lang=en");
    expect(items).toHaveLength(1);
    expect(items[0]?.passages).toEqual([
      {
        start: null,
        page: null,
        url: `${origin}/en/read/paper?q=%22journey%20begins%22#:~:text=a-,journey%20begins&text=journey%20begins`,
        text: [
          { text: "Departures A harbor is where a ", hit: false },
          { text: "journey begins", hit: true },
          { text: " & ends.", hit: false },
        ],
      },
    ]);
  });

  test("shows words with their diacritics, though the search ignores them", async () => {
    const { items } = await api("q=dat+nuoc&lang=vi");
    const [passage] = items[0]?.passages ?? [];
    expect(passage?.url).toBe(`${origin}/vi/watch/film?t=2&q=dat%20nuoc`);
    const hits = passage?.text.filter((piece) => piece.hit).map((piece) => piece.text);
    expect(hits).toEqual(["đất", "nước"]);
  });

  test("is empty without a query and without results", async () => {
    expect(await api("q=")).toMatchObject({ items: [], next: null, suggestion: null });
    expect(await api("q=***")).toMatchObject({ items: [], suggestion: null });
    expect(await api("q=harbro")).toMatchObject({ items: [], suggestion: "harbor" });
  });

  test("says that no text has all of the words, and shows those that have the most", async () => {
    expect(await api("q=left+harbor")).toMatchObject({ partial: false });
    const answer = await api("q=where+is+the+quokka+of+the+harbor&limit=1");
    expect(answer).toMatchObject({ partial: true, next: null, suggestion: null });
    expect(answer.items.map(({ slug }) => slug)).toEqual(["paper"]);
    const { html } = await pageOf(await get("/en/search?q=where+is+the+quokka+of+the+harbor"));
    expect(html).toContain("Nothing has all of these words.");
    expect(html).toContain("/en/read/paper");
    expect(await api('q="quokka+harbor"')).toMatchObject({ items: [], partial: false });
  });

  test.each([
    "",
    "q=x&kind=Movie",
    "q=x&in=english",
    "q=x&lang=%22",
    "q=x&series=A+B",
    "q=x&cursor=7",
    `q=${"x".repeat(201)}`,
  ])("is a problem document where it can't be read: ?%s", async (query) => {
    const response = await get(`/api/v1/search?${query}`);
    expect(response.status).toBe(400);
    expect((await jsonOf(response)).type).toBe(`${origin}/docs/problems#invalid-request`);
  });

  test("may be read by any page on the web, and isn't cached", async () => {
    const { headers } = await get("/api/v1/search?q=harbor");
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Cache-Control")).toBe(noStore);
    expect(headers.get("ETag")).toBeNull();
  });
});

describe("the search page", () => {
  test("marks the terms, links to their moments, and may be neither cached nor indexed", async () => {
    const response = await get("/en/search?q=harbor");
    expect(response.headers.get("Cache-Control")).toBe(noStore);
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
    const page = await pageOf(response);
    expect(page.html).toContain("<mark>harbor</mark>");
    expect(page.html).toContain('href="/en/watch/film?t=2&amp;q=harbor"');
    const robots = page.elements.find(({ attributes }) => attributes.name === "robots");
    expect(robots?.attributes.content).toBe("noindex");
    expect(page.elements.some(({ name }) => name === "script")).toBe(false);
  });

  test("keeps the query in its form and in the language links", async () => {
    const { elements } = await pageOf(await get("/en/search?q=a%20%22b%22&kind=Episode"));
    const input = elements.find(({ attributes }) => attributes.name === "q");
    expect(input?.attributes.value).toMatch(/^a (&quot;|")b(&quot;|")$/);
    const spanish = elements.find(({ attributes }) => attributes.hreflang === "es");
    expect(spanish?.attributes.href).toBe("/es/search?q=a%20%22b%22&amp;kind=Episode");
  });

  test("labels results in another language than the reader's", async () => {
    const { html } = await pageOf(await get("/es/search?q=harbor"));
    expect(html).toContain('<span class="label">En inglés</span>');
    expect(html).toMatch(/<a href="\/es\/watch\/film\?t=2[^"]*" lang="en" dir="ltr">/);
  });

  test("without results suggests a spelling, a search without filters, and the whole library", async () => {
    const { html } = await pageOf(await get("/en/search?q=harbro&kind=Episode"));
    expect(html).toContain('href="/en/search?q=harbor&amp;kind=Episode"');
    expect(html).toContain('href="/en/library"');
    const narrowed = await pageOf(await get("/en/search?q=journey&kind=Episode"));
    expect(narrowed.html).toContain("See results without filters");
  });

  test("is only a form without a query, even with invalid filters", async () => {
    for (const path of [
      "/ar/search",
      "/en/search?q=",
      "/en/search?q=%22%22&kind=x&cursor=x&in=x",
    ]) {
      const page = await pageOf(await get(path));
      expect(page.status, path).toBe(200);
      expect(page.elements.filter(({ name }) => name === "search")).toHaveLength(1);
    }
  });

  test("has its form in the header of every other page", async () => {
    for (const path of ["/en/", "/vi/library", "/en/watch/film", "/en/nowhere"]) {
      const { elements } = await pageOf(await get(path));
      const form = elements.find(({ name }) => name === "form");
      expect(form?.attributes.action, path).toBe(`${path.slice(0, 3)}/search`);
    }
  });

  test.each([..."\"'*^(){}:+-,.\\%_[]~&|!@#$/?=<>`", "AND", "NEAR(", "\0", "\uD800"])(
    "answers to %j alone and beside a word",
    async (sign) => {
      for (const q of [sign, `harbor ${sign}`, `${sign}harbor`, `har${sign}bor`, `"${sign}"`]) {
        const query = `q=${encodeURIComponent(q.toWellFormed())}`;
        expect((await get(`/en/search?${query}`)).status, q).toBe(200);
        expect((await get(`/api/v1/search?${query}`)).status, q).toBe(200);
      }
    },
  );
});

describe("a page that a reader comes to from a search", () => {
  test("marks the search terms in its transcript", async () => {
    const { html } = await pageOf(await get("/vi/watch/film?t=2&q=dat%20nuoc"));
    expect(html).toContain("<mark>đất</mark> <mark>nước</mark>");
    expect((await pageOf(await get("/vi/watch/film"))).html).not.toContain("<mark>");
  });

  test("isn't cached, because its address contains the query", async () => {
    for (const path of ["/en/watch/film?t=2&q=harbor", "/en/read/paper?q=harbor"]) {
      expect((await get(path)).headers.get("Cache-Control"), path).toBe(noStore);
    }
  });
});

test("a browser can add the library as a search engine", async () => {
  await publish(librarySettings({ name: { en: 'A <"Library"> & more of it' } }));
  const response = await get("/opensearch.xml?lang=es");
  expect(response.headers.get("Content-Type")).toContain("application/opensearchdescription+xml");
  const xml = await response.text();
  expect(xml).toContain(`template="${origin}/es/search?q={searchTerms}"`);
  expect(xml).not.toContain("<Library");
  const { elements } = await pageOf(await get("/es/"));
  const link = elements.find(({ attributes }) => attributes.rel === "search");
  expect(link?.attributes.href).toBe("/opensearch.xml?lang=es");
});
